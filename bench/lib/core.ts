/** What the breakdown by layers needs of the core, in one bundle. */
export { check } from '../../server/src/core/rules/check';
export { rules } from '../../server/src/core/rules/index';
export { parseDocument } from '../../server/src/core/syntax/document';
export { readClient } from '../../server/src/lsp/client';
export { Converter } from '../../server/src/lsp/convert';
export { Documents } from '../../server/src/lsp/documents';
export { negotiate } from '../../server/src/lsp/encoding';
