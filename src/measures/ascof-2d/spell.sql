-- Each spell of reablement that a discharge led to, once, with what happened within 84 days.
select distinct area, la_code, person_id, cluster_no, has_died, is_readmitted, has_entered_care
from ascof_2d_numerator
