-- What each chain comes to: its highest service; else the outcome of the last event that ended with no further action.
with chained as (
  select
    o.*,
    min(o.service_rank) over (partition by o.la_code, o.person_id, o.cluster_no) as highest_rank,
    max(case when o.is_nfa then o.event_end end) over (partition by o.la_code, o.person_id, o.cluster_no) as last_nfa_end
  from salt_sts002a_onward o
  where o.is_in_chain
),
served as (
  select la_code, person_id, cluster_no, min(service_type) as service_type
  from chained
  where service_rank = highest_rank
  group by la_code, person_id, cluster_no
),
ending as (
  select distinct la_code, person_id, cluster_no, event_type, event_outcome
  from chained
  where event_end = last_nfa_end
    and is_nfa
),
ended as (
  select
    la_code,
    person_id,
    cluster_no,
    case when count(*) = 1 then min(event_outcome) else 'NFA- Other' end as nfa_outcome
  from ending
  group by la_code, person_id, cluster_no
)
select
  o.la_code,
  o.person_id,
  o.cluster_no,
  max(case when o.is_in_chain then 1 else 0 end) as has_chain,
  min(s.service_type) as service_type,
  min(e.nfa_outcome) as nfa_outcome
from salt_sts002a_onward o
left join served s on s.la_code = o.la_code and s.person_id = o.person_id and s.cluster_no = o.cluster_no
left join ended e on e.la_code = o.la_code and e.person_id = o.person_id and e.cluster_no = o.cluster_no
group by o.la_code, o.person_id, o.cluster_no
