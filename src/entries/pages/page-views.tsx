import { useId, useState, type KeyboardEvent, type ReactNode } from 'react'

type View = 'ccp' | 'task'

export interface PageViewsProps {
  readonly labels: {
    readonly title: string
    readonly views: string
    readonly ccp: string
    readonly task: string
  }
  readonly ccp: ReactNode
  readonly task: ReactNode
}

/**
 * Two columns on a wide page, two tabs on a narrow one. The CCP is hidden by `visibility` only: a frame that is unmounted or
 * moved loads again and drops the call.
 */
export function PageViews({ labels, ccp, task }: PageViewsProps) {
  const id = useId()
  const [view, setView] = useState<View>('task')
  const other: View = view === 'ccp' ? 'task' : 'ccp'
  const moveByArrow = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return
    setView(other)
    document.getElementById(`${id}-${other}-tab`)?.focus()
  }
  const tab = (name: View) =>
    ({
      id: `${id}-${name}-tab`,
      role: 'tab',
      type: 'button',
      'aria-selected': view === name,
      'aria-controls': `${id}-${name}`,
      tabIndex: view === name ? 0 : -1,
      onClick: () => setView(name),
      onKeyDown: moveByArrow,
    }) as const
  return (
    <div className="page" data-view={view}>
      <header>
        <h1 className="page-title">{labels.title}</h1>
        <div className="page-tabs" role="tablist" aria-label={labels.views}>
          <button {...tab('ccp')}>{labels.ccp}</button>
          <button {...tab('task')}>{labels.task}</button>
        </div>
      </header>
      <section className="page-ccp" id={`${id}-ccp`} aria-label={labels.ccp}>
        {ccp}
      </section>
      <main className="page-task" id={`${id}-task`}>
        <div>{task}</div>
      </main>
    </div>
  )
}
