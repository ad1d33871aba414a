import type { ServerProps } from 'payload'

/** Takes „Passwort vergessen?“ from the log-in where we send no e-mail: it would promise a letter that never comes. */
export function OhneMail({ payload }: Pick<ServerProps, 'payload'>) {
  if (payload.email.name === 'smtp') return null
  return <style>{'.login__form > a[href$="/forgot"] { display: none; }'}</style>
}
