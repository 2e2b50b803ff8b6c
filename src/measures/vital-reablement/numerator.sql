-- Spells of reablement in the denominator of ASCOF 2A, and which of them no service at all followed.
select
  la_code,
  person_id,
  cluster_no,
  age_band,
  in_denominator,
  final_outcome like 'NFA:%' as is_without_service
from ascof_2a_numerator
where in_denominator
