-- The requests that remain, with the assessments and services of the same people, numbered in order. On one day a request comes
-- before an assessment, and that before a service; then what was loaded last.
with requested as (
  select distinct r.la_code, r.person_id, r.record_id
  from waiting_times_population r
  left join waiting_times_exclusions x on x.record_id = r.record_id
  where x.record_id is null
),
asking as (
  select distinct la_code, person_id from requested
),
placed as (
  select
    e.la_code,
    e.person_id,
    e.record_id,
    e.imported_at,
    e.event_type,
    e.event_start,
    e.event_outcome,
    e.conversation,
    e.assessment_type,
    e.service_type,
    e.latest_age,
    case
      when e.event_type = 'Request' then 1
      when e.event_type = 'Assessment'
        and e.assessment_type in ('Short term assessment', 'Long term assessment')
        and e.age_at_start >= 25 then 2
      when lower(e.event_type) like '%service%'
        and (e.service_type like 'Long term support:%' or e.service_type like 'Short term support:%')
        and e.age_at_start >= 25 then 3
    end as kind
  from main_event e
  join asking a on a.la_code = e.la_code and a.person_id = e.person_id
),
pooled as (
  select p.*
  from placed p
  left join requested r on r.record_id = p.record_id
  where p.kind in (2, 3)
    or r.record_id is not null
),
numbered as (
  select
    p.*,
    row_number() over (
      partition by p.la_code, p.person_id order by p.event_start, p.kind, p.imported_at desc, p.record_id desc
    ) as event_no
  from pooled p
),
blocked as (
  select
    n.*,
    n.event_no - row_number() over (partition by n.la_code, n.person_id, n.kind order by n.event_no) as block_no,
    case
      when n.event_outcome in (
        'Progress to reablement/ST-Max', 'Progress to support planning or services', 'Continuation of support or services'
      ) then 1
      when n.kind = 1
        and n.event_outcome in ('Progress to assessment, review or reassessment', 'Release 1 specification only: Not mapped')
        then 1
      else 0
    end as progresses
  from numbered n
)
select
  la_code,
  person_id,
  record_id,
  kind,
  event_no,
  event_type,
  event_start,
  conversation,
  progresses,
  max(progresses) over (partition by la_code, person_id, kind, block_no) as block_progresses,
  case kind when 2 then assessment_type when 3 then service_type end as event_kind,
  case when latest_age >= 65 then '65 and above' when latest_age >= 18 then '25 to 64' end as age_band,
  min(case when kind = 2 then event_no end) over (
    partition by la_code, person_id order by event_no rows between 1 following and unbounded following
  ) as next_assessment,
  min(case when kind = 3 then event_no end) over (
    partition by la_code, person_id order by event_no rows between 1 following and unbounded following
  ) as next_service
from blocked
