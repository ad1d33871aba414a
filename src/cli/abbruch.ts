/** Said to the person and nothing else: what is wrong lies with the call or the machine. */
export class Abbruch extends Error {}
