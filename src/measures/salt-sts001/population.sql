-- Requests of new clients: of the rows of one that ended last, those with the strongest outcome.
-- A request without a route or an outcome is never excluded, as in the official script; that then loses every one without a route.
with remaining as (
  select c.*
  from salt_sts001_cluster c
  left join salt_sts001_exclusions x
    on x.la_code = c.la_code and x.person_id = c.person_id and x.cluster_no = c.cluster_no
  where x.reason is null
    or c.route_of_access is null
    or c.event_outcome is null
),
strongest as (
  select r.*, min(r.outcome_rank) over (partition by r.la_code, r.person_id, r.cluster_no) as strongest_rank
  from remaining r
)
select
  s.la_code,
  s.person_id,
  s.cluster_no,
  s.cluster_start,
  s.cluster_end,
  s.age,
  s.route_of_access,
  s.event_outcome
from strongest s
cross join variant v
where s.outcome_rank = s.strongest_rank
  and not (v.is_official and s.route_of_access is null)
