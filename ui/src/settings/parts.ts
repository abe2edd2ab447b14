/** A part by others that the app is made of. */
export interface Part {
  name: string;
  version: string;
  /** As its authors write it: an SPDX expression. */
  licence: string;
  /** The licence's own words; empty where the part brings none. */
  text: string;
}
