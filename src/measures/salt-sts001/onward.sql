-- Events of the same person from the end of the request on, without the request itself, and which of them form its chain.
-- The chain goes on while an event starts within three days of the end of the one before, or that one is open; it ends before the
-- day on which an event breaks it, and before the next request. Its first event must start within 28 days or be open; where the request itself begins on its last day, no first
-- event is tested, as in the official script.
with request as (
  select distinct la_code, person_id, cluster_no, cluster_start, cluster_end from salt_sts001_population
),
from_the_end as (
  select
    q.cluster_no,
    q.cluster_start,
    q.cluster_end,
    e.*,
    min(e.event_start) over (partition by q.la_code, q.person_id, q.cluster_no) as first_start
  from request q
  join salt_sts001_cohort e
    on e.la_code = q.la_code and e.person_id = q.person_id and e.event_start >= q.cluster_end
),
others as (
  select *
  from from_the_end
  where not (event_type = 'Request' and (event_start = cluster_start or (event_end is not null and event_end = cluster_end)))
),
linked as (
  select
    o.*,
    lag(o.event_end) over (
      partition by o.la_code, o.person_id, o.cluster_no
      order by o.event_start, coalesce(o.event_end, date '9999-12-31'), o.record_id
    ) as end_before,
    min(case when o.event_type = 'Request' then o.event_start end) over (
      partition by o.la_code, o.person_id, o.cluster_no
    ) as next_request,
    max(case
      when o.event_start = o.first_start and o.event_start > o.cluster_end + 28 and o.event_end is not null then 1 else 0
    end) over (partition by o.la_code, o.person_id, o.cluster_no) as begins_too_late
  from others o
),
broken as (
  select
    l.*,
    min(case when l.event_start > l.end_before + 3 then l.event_start end) over (
      partition by l.la_code, l.person_id, l.cluster_no
    ) as break_start
  from linked l
)
select
  la_code,
  person_id,
  cluster_no,
  record_id,
  event_type,
  event_start,
  event_end,
  event_outcome,
  service_type,
  begins_too_late = 0
    and (break_start is null or event_start < break_start)
    and (next_request is null or event_start < next_request) as is_in_chain,
  event_outcome like 'NFA:%' and event_outcome <> 'NFA: Support ended as planned' as is_nfa,
  case service_type
    when 'Short term support: ST-Max' then 1
    when 'Long term support: Nursing care' then 2
    when 'Long term support: Residential care' then 3
    when 'Long term support: Community' then 4
    when 'Long term support: Prison' then 5
    when 'Short term support: Ongoing low level' then 6
    when 'Short term support: Other short term' then 7
  end as service_rank
from broken
