import { inject } from 'vitest'

// The files of the project `mongodb` are those of `integration`; this tells them which database it is.
process.env['STICHTAG_TEST_MONGODB'] = inject('mongodb')
