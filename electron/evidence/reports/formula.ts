/**
 * What makes a spreadsheet take a cell for a formula: such a cell gets a leading quote. The wide forms are what some of them
 * read as the narrow ones.
 */
export const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/u;
