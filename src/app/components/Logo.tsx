/** The mark: a calendar leaf on which one day is marked. */
export function Icon() {
  return (
    <svg aria-hidden="true" fill="none" height="28" viewBox="0 0 28 28" width="28">
      <rect height="22" rx="3" stroke="#0b3d6b" strokeWidth="2" width="24" x="2" y="4" />
      <path d="M2 11h24" stroke="#0b3d6b" strokeWidth="2" />
      <path d="M8 1v6M20 1v6" stroke="#0b3d6b" strokeLinecap="round" strokeWidth="2" />
      <circle cx="18" cy="18.5" fill="#a3181f" r="3.5" />
    </svg>
  )
}

/** The name beside the mark. */
export function Logo() {
  return (
    <span className="stichtag-logo">
      <Icon />
      Stichtag
    </span>
  )
}
