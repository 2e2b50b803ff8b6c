-- The requests that remain, with the assessments and services of the same people, numbered in order. On one day a request comes
-- before an assessment, and that before a service; then what was loaded last.
with pooled as (
  select e.*, 1 as kind
  from main_event e
  join waiting_times_population r on r.record_id = e.record_id
  left join waiting_times_exclusions x on x.record_id = e.record_id
  where x.record_id is null
  union all
  select e.*, 2
  from main_event e
  where e.event_type = 'Assessment'
    and e.assessment_type in ('Short term assessment', 'Long term assessment')
    and e.age_at_start >= 25
  union all
  select e.*, 3
  from main_event e
  where lower(e.event_type) like '%service%'
    and (e.service_type like 'Long term support:%' or e.service_type like 'Short term support:%')
    and e.age_at_start >= 25
),
numbered as (
  select
    p.*,
    row_number() over (
      partition by p.la_code, p.person_id order by p.event_start, p.kind, p.imported_at desc, p.record_id desc
    ) as event_no,
    min(p.kind) over (partition by p.la_code, p.person_id) as first_kind
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
  where n.first_kind = 1
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
