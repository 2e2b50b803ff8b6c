-- What followed each spell that counts, and so whether it is in the denominator and in the numerator.
-- The first step that answers decides: 1 death, 2 hospital, 3 a service that goes on, 4 the strongest outcome (4a the spell's own,
-- 4b of what came after, 4c of an assessment or review within it), 5 equipment, 6 the spell's own outcome, whatever it says.
with candidate as (
  select p.*
  from ascof_2a_population p
  left join ascof_2a_exclusions x
    on x.la_code = p.la_code and x.person_id = p.person_id and x.cluster_no = p.cluster_no
  where x.reason is null
),
-- Events of the person that are not the spell itself
other as (
  select c.cluster_no, c.cluster_start, c.cluster_end, c.cluster_rank, e.*
  from candidate c
  join client_event e on e.la_code = c.la_code and e.person_id = c.person_id
  where not (
    e.event_type = 'Service'
    and e.service_type = 'Short term support: ST-Max'
    and e.event_start between c.cluster_start and c.cluster_end
  )
),
-- Events that begin by the seventh day after the spell and go on after it; none from the start of another ST-Max on
all_after as (
  select
    o.*,
    min(case when o.service_type = 'Short term support: ST-Max' then o.event_start end) over (
      partition by o.la_code, o.person_id, o.cluster_no
    ) as next_spell
  from other o
  where o.event_start >= o.cluster_start
    and o.event_end > o.cluster_end
    and o.event_start <= o.cluster_end + 7
),
after_it as (
  select
    a.*,
    case a.service_type
      when 'Long term support: Nursing care' then 1
      when 'Long term support: Residential care' then 2
      when 'Long term support: Community' then 3
      when 'Long term support: Prison' then 4
      when 'Short term support: ST-Max' then 5
      when 'Short term support: Ongoing low level' then 6
      when 'Short term support: Other short term' then 7
    end as type_rank,
    case
      when a.service_component in ('Short term residential care', 'Short term nursing care') then 0 else 1
    end as component_rank
  from all_after a
  where a.next_spell is null or a.event_start < a.next_spell
),
service_after as (
  select distinct on (la_code, person_id, cluster_no)
    la_code,
    person_id,
    cluster_no,
    case
      when service_type = 'Short term support: Other short term' and component_rank = 0
        then 'Short term support: Residential or Nursing care'
      else service_type
    end as service_after
  from after_it
  where type_rank is not null
  order by la_code, person_id, cluster_no, type_rank, component_rank
),
-- 4b: what came after is no service, and does not only say that support ended as planned
outcome_after as (
  select
    la_code,
    person_id,
    cluster_no,
    max(case
      when event_type <> 'Service'
        and event_outcome <> 'NFA: Support ended as planned'
        and (outcome_rank < 100 or cluster_rank < 100) then 1
      else 0
    end) as has_outcome,
    min(case
      when event_type <> 'Service' and event_outcome <> 'NFA: Support ended as planned' and outcome_rank < 100
        then outcome_rank
    end) as outcome_rank
  from after_it
  group by la_code, person_id, cluster_no
),
-- 4c: of the assessments and reviews that ended within the spell, less than 14 days before its end, the last
outcome_within as (
  select distinct on (la_code, person_id, cluster_no) la_code, person_id, cluster_no, outcome_rank
  from other
  where event_type in ('Assessment', 'Review')
    and event_start >= cluster_start
    and event_end > cluster_start
    and event_end <= cluster_end
    and cluster_end - event_end < 14
    and outcome_rank < 100
  order by la_code, person_id, cluster_no, event_end desc, outcome_rank, record_id desc
),
equipment as (
  select distinct la_code, person_id, cluster_no
  from other
  where event_type = 'Service'
    and service_component = 'Equipment'
    and event_start >= cluster_start
    and event_end > cluster_start
    and event_end <= cluster_end
),
ranked as (
  select
    c.*,
    s.service_after,
    case when c.cluster_rank < 100 and (a.la_code is null or a.has_outcome = 1) then c.cluster_rank end as own_rank,
    a.outcome_rank as after_rank,
    w.outcome_rank as within_rank,
    q.la_code is not null as has_equipment
  from candidate c
  left join service_after s
    on s.la_code = c.la_code and s.person_id = c.person_id and s.cluster_no = c.cluster_no
  left join outcome_after a
    on a.la_code = c.la_code and a.person_id = c.person_id and a.cluster_no = c.cluster_no
  left join outcome_within w
    on w.la_code = c.la_code and w.person_id = c.person_id and w.cluster_no = c.cluster_no
  left join equipment q
    on q.la_code = c.la_code and q.person_id = c.person_id and q.cluster_no = c.cluster_no
),
stepped as (
  select
    r.*,
    least(r.own_rank, r.after_rank, r.within_rank) as least_rank,
    case
      when r.date_of_death - r.cluster_end <= 7 then '1'
      when r.cluster_outcome = 'Admitted to hospital' then '2'
      when r.service_after is not null then '3'
      when r.own_rank = least(r.own_rank, r.after_rank, r.within_rank) then '4a'
      when r.after_rank = least(r.own_rank, r.after_rank, r.within_rank) then '4b'
      when r.within_rank is not null then '4c'
      when r.has_equipment then '5'
      else '6'
    end as step
  from ranked r
),
answered as (
  select
    s.*,
    case s.step
      when '1' then 'NFA: Deceased'
      when '3' then s.service_after
      when '4a' then o.outcome
      when '4b' then o.outcome
      when '4c' then o.outcome
      when '5' then 'Short term support: Ongoing low level'
      else s.cluster_outcome
    end as final_outcome
  from stepped s
  left join outcome o on o.rank = s.least_rank
)
select
  la_code,
  person_id,
  cluster_no,
  cluster_start,
  cluster_end,
  case when age >= 65 then '65 and above' when age >= 18 then '18 to 64' else 'Unknown' end as age_band,
  step,
  final_outcome,
  final_outcome in (
    'Long term support: Nursing care', 'Long term support: Residential care', 'Long term support: Community',
    'Long term support: Prison', 'Short term support: Residential or Nursing care',
    'Short term support: Ongoing low level', 'Short term support: Other short term',
    'NFA: Information and advice or signposting', 'NFA: Support ended as planned',
    'NFA: Responsibility moved to another local authority', 'NFA: Other', 'NFA: No services offered for other reason',
    'NFA: Support ended for other reason', 'NFA: Referral to other service within the local authority'
  ) as in_denominator,
  final_outcome in (
    'Short term support: Ongoing low level', 'Short term support: Other short term',
    'NFA: Information and advice or signposting', 'NFA: Support ended as planned',
    'NFA: Responsibility moved to another local authority', 'NFA: Other', 'NFA: No services offered for other reason',
    'NFA: Support ended for other reason', 'NFA: Referral to other service within the local authority'
  ) as in_numerator,
  final_outcome in (
    'Progress to reablement/ST-Max', 'Progress to assessment, review or reassessment',
    'Release 1 specification only: Not mapped', 'Progress to support planning or services',
    'Continuation of support or services', 'Invalid and not mapped'
  ) as is_unclassified
from answered
