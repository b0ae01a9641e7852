import {
  COLUMNS,
  GROUPINGS,
  LONGEST_QUERY,
  LONGEST_VIEW_NAME,
  MOST_SORT_LEVELS,
  MOST_VIEWS,
  NARROWEST_COLUMN,
  WIDEST_COLUMN,
} from '../../shared/domain/saved-view';

const column = { type: 'string', enum: [...COLUMNS] };

const view = {
  type: 'object',
  properties: {
    name: { type: 'string', minLength: 1, maxLength: LONGEST_VIEW_NAME },
    query: { type: 'string', maxLength: LONGEST_QUERY },
    sort: {
      type: 'array',
      minItems: 1,
      maxItems: MOST_SORT_LEVELS,
      items: {
        type: 'object',
        properties: { column, isDescending: { type: 'boolean' } },
        required: ['column', 'isDescending'],
        additionalProperties: false,
      },
    },
    group: { type: 'string', enum: [...GROUPINGS, 'none'] },
  },
  required: ['name', 'query', 'sort', 'group'],
  additionalProperties: false,
};

const place = {
  type: 'object',
  properties: {
    column,
    width: { type: 'integer', minimum: NARROWEST_COLUMN, maximum: WIDEST_COLUMN },
    isHidden: { type: 'boolean' },
  },
  required: ['column', 'width', 'isHidden'],
  additionalProperties: false,
};

/** How a person arranged the page, as the file of preferences may hold it. SECURITY X5: closed, and never a secret. */
export const PAGE_SCHEMA = {
  page: {
    type: 'object',
    properties: {
      views: { type: 'array', maxItems: MOST_VIEWS, items: view },
      layout: { type: 'array', items: place },
      isOverviewFolded: { type: 'boolean' },
    },
    required: ['views'],
    additionalProperties: false,
  },
} as const;
