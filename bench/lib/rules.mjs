/** Lines of tables are long, and how a table is aligned is a matter of taste. All other rules are the default's. */
export const markdownlintConfig = { default: true, MD013: false, MD060: false };
/** The same for rumdl. */
export const rumdlDisabled = ['MD013', 'MD060'];
