import { screen, waitFor } from '@testing-library/react';
import { FakeReviewer } from '../support/workbooks/fake-reviewer';
import { openPane, openReviewed } from './open-pane';

describe('settings', () => {
  it('change the language of everything at once', async () => {
    const { user, container } = await openReviewed();
    await user.click(screen.getByRole('button', { name: '打开设置' }));
    await user.click(await screen.findByRole('radio', { name: 'English' }));
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Self-evaluation review');
    expect(document.documentElement.lang).toBe('en');
    await user.click(screen.getByRole('button', { name: 'Back' }));
    const findings = await screen.findByRole('region', { name: 'Findings' });
    expect(findings.textContent).toContain('Satisfaction without a figure');
    expect(container.textContent).toContain('24 projects');
  });

  it('change the theme', async () => {
    const { user, store } = await openPane();
    await user.click(screen.getByRole('button', { name: '打开设置' }));
    await user.click(await screen.findByRole('radio', { name: '深色' }));
    expect(store.getState().settings.theme).toBe('dark');
  });

  it('start over: the results go, the sheet is looked at again', async () => {
    const { user, reviewer, store } = await openReviewed();
    await user.click(screen.getByRole('button', { name: '打开设置' }));
    await user.click(await screen.findByRole('button', { name: '重新开始' }));
    expect(await screen.findByRole('button', { name: '审核' })).toBeTruthy();
    expect(store.getState().reviews).toEqual({});
    expect(reviewer.called('recognise')).toHaveLength(2);
    expect(reviewer.called('clearMarks')).toHaveLength(0);
  });

  it('give the focus back to the button that opened them', async () => {
    const { user } = await openPane();
    await user.click(screen.getByRole('button', { name: '打开设置' }));
    await waitFor(() => expect(document.activeElement?.textContent).toBe('设置'));
    await user.keyboard('{Escape}');
    expect(document.activeElement).toBe(screen.getByRole('button', { name: '打开设置' }));
  });
});

describe('help', () => {
  it('tells what this host cannot do', async () => {
    const { user } = await openPane(new FakeReviewer(undefined, { notes: false, undo: false }));
    await user.click(screen.getByRole('button', { name: '打开帮助' }));
    const help = await screen.findByRole('region', { name: '帮助' });
    expect(help.textContent).toContain('不能添加批注');
    expect(help.textContent).toContain('请用窗格中的“撤销”');
    expect(help.textContent).not.toContain('不能插入图表');
  });
});

describe('for everybody', () => {
  it.each(['before', 'after'] as const)(
    'every control has a name and ids are unique %s a review',
    async (when) => {
      const { container } = await (when === 'before' ? openPane() : openReviewed());
      for (const control of container.querySelectorAll('button, input, [role=button], [role=img]')) {
        const name =
          control.getAttribute('aria-label') ??
          control.getAttribute('aria-labelledby') ??
          control.textContent;
        expect(name?.trim()).toBeTruthy();
      }
      const ids = [...container.querySelectorAll('[id]')].map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      for (const node of container.querySelectorAll('[aria-controls], [aria-labelledby]')) {
        for (const name of ['aria-controls', 'aria-labelledby'])
          for (const id of node.getAttribute(name)?.split(' ') ?? [])
            expect(document.getElementById(id)).toBeTruthy();
      }
      expect(container.querySelectorAll('button button, a button').length).toBe(0);
      expect(screen.getAllByRole('main')).toHaveLength(1);
      expect(screen.getAllByRole('heading', { level: 1 })).toHaveLength(1);
    },
  );

  it('a review is told in a live region', async () => {
    await openReviewed();
    const live = [...document.querySelectorAll('[aria-live=polite]')].map((node) => node.textContent);
    expect(live.join()).toMatch(/审核完成：错误 \d+，警告 \d+，提示 \d+/);
  });

  it('one card of the list is a tab stop', async () => {
    const { container, user } = await openReviewed();
    await user.click(screen.getByRole('button', { name: '按单元格' }));
    expect(container.querySelectorAll('li[data-finding][tabindex="0"]')).toHaveLength(1);
  });
});
