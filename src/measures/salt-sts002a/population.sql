-- Spells that ended in the year, each with the strongest outcome of its rows that ended last.
with strongest as (
  select c.*, min(c.outcome_rank) over (partition by c.la_code, c.person_id, c.cluster_no) as strongest_rank
  from salt_sts002a_cluster c
)
select la_code, person_id, cluster_no, cluster_start, cluster_end, event_outcome
from strongest
where outcome_rank = strongest_rank
