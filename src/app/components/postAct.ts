/** What an act answered: its value, or the German sentences of its problems. */
export type ActAnswer =
  | { readonly ok: true; readonly value: Readonly<Record<string, unknown>> }
  | { readonly ok: false; readonly codes: readonly string[]; readonly message: string }

/** Sends an editorial act: `POST /api/{collection}/{id}/{act}`; without an id, about all: `POST /api/{collection}/{act}`. */
export async function postAct(
  collection: string,
  id: string | null,
  act: string,
  body: object,
): Promise<ActAnswer> {
  const path = id === null ? act : `${encodeURIComponent(id)}/${act}`
  const response = await fetch(`/api/${collection}/${path}`, {
    body: JSON.stringify(body),
    credentials: 'same-origin',
    headers: { 'content-type': 'application/json' },
    method: 'POST',
  }).catch(() => null)
  if (!response)
    return {
      ok: false,
      codes: [],
      message: 'Keine Verbindung. Bitte versuchen Sie es noch einmal.',
    }
  const answer = (await response.json().catch(() => ({}))) as Record<string, unknown> & {
    problems?: readonly { readonly code: string }[]
    errors?: readonly { readonly message: string }[]
    title?: string
  }
  if (response.ok) return { ok: true, value: answer }
  return {
    ok: false,
    codes: (answer.problems ?? []).map(({ code }) => code),
    message: answer.errors?.[0]?.message ?? answer.title ?? 'Das hat nicht geklappt.',
  }
}
