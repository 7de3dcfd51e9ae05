import { act, screen } from '@testing-library/react';
import { NOTICE_TEXTS } from '../../src/pane/messages/notice-texts';
import { format } from '../../src/pane/i18n/texts';
import { openReviewed } from './open-pane';

const texts = NOTICE_TEXTS['zh-CN'];
const RESULT = {
  ...{ markedCells: 3, notes: 0, notesLeftOut: 0, notesRefused: 0 },
  ...{ left: [], unreadable: 0 },
};

test('cells that carry no more conditional formats are counted in words, and only where there are any', async () => {
  const { store } = await openReviewed();
  const tell = (result: object) =>
    act(async () =>
      store.dispatch({ type: 'noticed', notice: { type: 'marked', result: { ...RESULT, ...result } } }),
    );
  await tell({ cellsLeftOut: 2 });
  await screen.findByText((text) => text.includes(format(texts.cellsLeftOut, { count: 2 })));
  await tell({});
  expect(screen.queryByText((text) => text.includes('条件格式已达上限'))).toBeNull();
});

test('what a host does not take of a rollup is named, with its worksheet', async () => {
  const { store } = await openReviewed();
  const sheet = { kind: 'worksheet', visible: true } as const;
  await act(async () =>
    store.dispatch({
      type: 'noticed',
      notice: {
        type: 'inserted',
        sheets: [
          { ...sheet, id: 'a', name: '问题清单', leftOut: ['freeze', 'print'] },
          { ...sheet, id: 'b', name: '单位汇总' },
        ],
      },
    }),
  );
  const told = await screen.findByText((text) => text.includes('“问题清单”未能设置'));
  expect(told.textContent).toContain('冻结窗格');
  expect(told.textContent).toContain('打印设置');
  expect(told.textContent).not.toContain('“单位汇总”未能设置');
});
