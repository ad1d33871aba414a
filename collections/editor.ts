import {
  BoldFeature,
  FixedToolbarFeature,
  HeadingFeature,
  ItalicFeature,
  lexicalEditor,
  LinkFeature,
  OrderedListFeature,
  ParagraphFeature,
  SubscriptFeature,
  SuperscriptFeature,
  UnorderedListFeature,
} from '@payloadcms/richtext-lexical'

/**
 * The text editor: it offers only the ten tag groups that receivers accept (`domain/pvog.md` T3), so nothing can be
 * written that would be lost on the way out.
 */
export const textEditor = lexicalEditor({
  admin: { placeholder: 'Schreiben Sie hier. Mit „/“ wählen Sie Überschrift oder Liste.' },
  features: [
    ParagraphFeature(),
    HeadingFeature({ enabledHeadingSizes: ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'] }),
    BoldFeature(),
    ItalicFeature(),
    SuperscriptFeature(),
    SubscriptFeature(),
    UnorderedListFeature(),
    OrderedListFeature(),
    LinkFeature({
      enabledCollections: [],
      fields: ({ defaultFields }) =>
        defaultFields.filter(
          (field) => 'name' in field && ['text', 'url', 'linkType'].includes(field.name),
        ),
    }),
    FixedToolbarFeature({ disableIfParentHasFixedToolbar: true }),
  ],
})
