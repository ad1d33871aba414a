// Express, React and Payload look at this while they load: we measure what an operator runs.
Object.assign(process.env, { NODE_ENV: 'production', STICHTAG_LOG: 'silent' })

const { main } = await import('./haupt.ts')
process.exit(await main(process.argv.slice(2)))
