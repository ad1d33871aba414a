/** The mark: a calendar leaf on which one day is marked. As large as what it stands in, at most 28 px. */
export function Icon() {
  return (
    <svg aria-hidden="true" className="stichtag-zeichen" fill="none" viewBox="0 0 28 28">
      <rect height="22" rx="3" stroke="#0b3d6b" strokeWidth="2" width="24" x="2" y="4" />
      <path d="M2 11h24" stroke="#0b3d6b" strokeWidth="2" />
      <path d="M8 1v6M20 1v6" stroke="#0b3d6b" strokeLinecap="round" strokeWidth="2" />
      <circle cx="18" cy="18.5" fill="#a3181f" r="3.5" />
    </svg>
  )
}

/** The name beside the mark, on the pages before one has signed in: there it is the heading. */
export function Logo() {
  return (
    <h1 className="stichtag-logo">
      <Icon />
      Stichtag
    </h1>
  )
}
