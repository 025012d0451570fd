/**
 * The plan as the usual React and FHIR client page shows it: Mantine's components, Medplum's client and its provider. In
 * plain JavaScript: it is bundled by the run and is no part of the product.
 */
import '@mantine/core/styles.css'
import {
  Accordion,
  Card,
  Checkbox,
  Container,
  Group,
  List,
  Loader,
  MantineProvider,
  Stack,
  Text,
  Title,
} from '@mantine/core'
import { MedplumClient } from '@medplum/core'
import { MedplumProvider, useResource } from '@medplum/react-hooks'
import { createRoot } from 'react-dom/client'

const medplum = new MedplumClient({ baseUrl: new URL('./', location.href).href })

createRoot(document.querySelector('#root')).render(
  <MedplumProvider medplum={medplum}>
    <MantineProvider defaultColorScheme="auto">
      <Today />
    </MantineProvider>
  </MedplumProvider>,
)

function Today() {
  const plan = useResource({ reference: 'CarePlan/today' })
  if (!plan) return <Loader />
  const details = plan.activity.map(({ detail }) => detail)
  const [lead, ...said] = plan.note.map(({ text }) => text)
  return (
    <Container size="sm" component="main" py="md">
      <Stack>
        <Text c="dimmed">{plan.title}</Text>
        <div>
          <Text fw={600}>Expected now</Text>
          <Title order={1}>{plan.description}</Title>
          <Text>{lead}</Text>
        </div>
        <Tasks details={details.filter(({ kind }) => kind === 'Task')} />
        <Openings details={details.filter(({ doNotPerform }) => doNotPerform)} />
        <Part title="How it usually goes now">
          <List>
            {said.map((text) => (
              <List.Item key={text}>{text}</List.Item>
            ))}
          </List>
        </Part>
      </Stack>
    </Container>
  )
}

function Part({ title, children }) {
  return (
    <Card withBorder radius="lg">
      <Title order={2} size="h4" mb="xs">
        {title}
      </Title>
      {children}
    </Card>
  )
}

function Tasks({ details }) {
  const first = details.filter(({ status }) => status === 'in-progress')
  const more = details.filter(({ status }) => status !== 'in-progress')
  return (
    <Part title="Do today">
      <TaskList details={first} />
      <Accordion>
        <Accordion.Item value="more">
          <Accordion.Control>{more.length} more things that help</Accordion.Control>
          <Accordion.Panel>
            <TaskList details={more} />
          </Accordion.Panel>
        </Accordion.Item>
      </Accordion>
    </Part>
  )
}

function TaskList({ details }) {
  return (
    <Stack gap="xs">
      {details.map(({ code, description, scheduledString }) => (
        <Checkbox
          key={code.text}
          label={
            <>
              <Text fw={600}>{code.text}</Text>
              <Text size="sm">{description}</Text>
              <Text size="sm">{scheduledString}</Text>
            </>
          }
        />
      ))}
    </Stack>
  )
}

function Openings({ details }) {
  const times = [...new Set(details.map(({ scheduledString }) => scheduledString))]
  return (
    <Part title="Opens next">
      {times.map((time) => (
        <Opening key={time} details={details.filter((one) => one.scheduledString === time)} />
      ))}
    </Part>
  )
}

function Opening({ details }) {
  const [{ scheduledString, statusReason }] = details
  return (
    <>
      <Group justify="space-between">
        <Text fw={600}>{scheduledString}</Text>
        <Text>{statusReason.text}</Text>
      </Group>
      <List>
        {details.map(({ code }) => (
          <List.Item key={code.text}>{code.text}</List.Item>
        ))}
      </List>
    </>
  )
}
