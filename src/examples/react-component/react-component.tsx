import { StrictMode, useEffect, useRef, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { createTaskClient, TaskPanel, type ContactSource, type FieldRules } from 'tasklink'
import { createStreamsOwner } from 'tasklink/streams-owner'
import { clientOptions, signIn } from '../agent-sign-in.ts'

// One client for the whole page: with another client, the panel loads its data again.
const client = createTaskClient(clientOptions)

// A hidden attribute that names the desktop.
const fields: FieldRules = {
  attributes: { byKey: { source: { default: 'react-desktop', isHidden: true } } },
}

function Desktop() {
  const ccpRef = useRef<HTMLDivElement>(null)
  const [source, setSource] = useState<ContactSource>()
  const [created, setCreated] = useState(0)

  useEffect(() => {
    if (!ccpRef.current) return undefined
    // The CCP starts once, even if React mounts this twice. Closing the source leaves the CCP running.
    const opened = createStreamsOwner({
      ccpUrl: 'https://example.my.connect.aws/ccp-v2/',
      container: ccpRef.current,
      softphone: { allowFramedSoftphone: true },
    })
    setSource(opened)
    return opened.close
  }, [])

  return (
    <>
      <main>
        <h1>Your agent desktop</h1>
        <p>Tasks created here: {created}</p>
        <div ref={ccpRef} className="ccp" />
      </main>
      <div className="tasklink">
        {source && (
          <TaskPanel
            source={source}
            client={client}
            fields={fields}
            onTaskCreated={() => setCreated((count) => count + 1)}
          />
        )}
      </div>
    </>
  )
}

await signIn()
createRoot(document.body).render(
  <StrictMode>
    <Desktop />
  </StrictMode>,
)
