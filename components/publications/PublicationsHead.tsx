import { Select } from '@mantine/core';
import { sumFigures } from '../../lib/regulation/norm';
import { useApp } from '../app/app-context';
import { FilterMenu } from '../screen/FilterMenu';
import { OwnerFilter } from '../screen/OwnerFilter';
import { SearchField } from '../screen/SearchField';
import { SearchHead } from '../screen/SearchHead';
import { ColumnMenu } from '../table/ColumnMenu';
import { SaveTable } from '../table/SaveTable';
import type { ColumnChoice } from '../table/use-columns';
import { ALL_PUBLICATIONS, isLimited, type PublicationsView, SPANS, UNSAID } from './address';
import type { Post } from './seen';
import type { PublicationsSeen } from './use-seen';

interface Props {
  view: PublicationsView;
  seen: PublicationsSeen;
  columns: ColumnChoice<Post>;
  onChange(part: Partial<PublicationsView>): void;
  /** From the search field to what was found. */
  onLeave(): void;
}

/** What the screen is about, how much of it is seen, and what limits it. */
export function PublicationsHead({ view, seen, columns, onChange, onLeave }: Props) {
  const { locale, messages, profile } = useApp();
  const words = messages.publications;
  const isList = view.tab === 'list';
  const found = () => {
    if (view.tab === 'norm') return seen.registry && words.found(sumFigures(seen.figures).done);
    const { state, listed, counted } = seen.posts;
    if (state === 'reading') return undefined;
    return state === 'whole'
      ? words.found((isList ? listed : counted).length)
      : messages.screen.loading;
  };
  const reset = () =>
    onChange({
      ...ALL_PUBLICATIONS,
      tab: view.tab,
      weeks: view.weeks,
      byBody: view.byBody,
    });
  return (
    <SearchHead
      title={words.title}
      found={found()}
      label={words.filters}
      tools={
        isList && (
          <>
            <ColumnMenu choice={columns} />
            <SaveTable
              title={words.fileTitle}
              columns={columns.all}
              rows={seen.posts.state === 'whole' ? seen.posts.listed : []}
            />
          </>
        )
      }
      onReset={isLimited(view) ? reset : undefined}
    >
      {isList && (
        <SearchField
          label={words.search}
          value={view.search}
          onChange={(search) => onChange({ search })}
          onLeave={onLeave}
        />
      )}
      <Select
        size="xs"
        w="8.5rem"
        allowDeselect={false}
        aria-label={words.span}
        value={String(view.weeks)}
        data={SPANS.map((span) => ({ value: String(span), label: words.weeks(span) }))}
        onChange={(span) =>
          onChange({ weeks: SPANS.find((one) => String(one) === span) ?? ALL_PUBLICATIONS.weeks })
        }
      />
      <OwnerFilter
        body={view.body}
        account={view.account}
        bodies={seen.registry?.bodies ?? []}
        accounts={seen.registry?.accounts ?? []}
        onChange={onChange}
      />
      {isList && (
        <FilterMenu
          label={words.format}
          chosen={view.formats}
          options={[
            ...profile.formats.list.map(({ id, title }) => ({ value: id, label: title[locale] })),
            { value: UNSAID, label: words.unsaid },
          ]}
          onChange={(formats) => onChange({ formats })}
        />
      )}
    </SearchHead>
  );
}
