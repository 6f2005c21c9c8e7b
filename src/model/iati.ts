/** Who publishes to IATI, as its registry knows them (https://iatistandard.org/en/guidance/standard-guidance/organisation-identifiers/). */
export interface IatiReporter {
  /** The organisation identifier, made of a register and the number in it. It cannot be made up: whoever keeps the register gives it. */
  readonly identifier: string;
  /** Code of the list OrganisationType: `10` government, `11` local government, `22` national NGO. */
  readonly type: string;
  /** The record of `content/units` that reports: its name stands in the file. */
  readonly unit: string;
}
