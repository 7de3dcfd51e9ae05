import { tokens } from '@fluentui/react-components';

/** A table of what was read of a sheet. */
export const TABLE_STYLE = {
  width: '100%',
  borderCollapse: 'collapse',
  fontSize: tokens.fontSizeBase200,
  '& th, & td': {
    padding: '3px 6px 3px 0',
    textAlign: 'left',
    verticalAlign: 'top',
    fontWeight: tokens.fontWeightRegular,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: 'anywhere',
  },
} as const;
