-- Every record as it was sent, with what only shows beside other records: how many identifiers and months of birth its person has,
-- and whether the service was open in one file and is missing from the next.
with local_identifier as (
  select la_code, local_id, count(distinct nhs_id) as nhs_ids, min(cast(nhs_id as varchar)) as first_nhs_id
  from record
  where local_id is not null
  group by la_code, local_id
),
nhs_number as (
  select la_code, nhs_id, count(distinct local_id) as local_ids
  from record
  where nhs_id is not null
  group by la_code, nhs_id
),
born as (
  select la_code, person_id, count(distinct birth_month) as birth_months
  from record
  where person_id is not null
  group by la_code, person_id
),
dropped as (
  select distinct record_id from keyed_event where is_cropped
)
select
  r.*,
  r.record_id - s.first_record as place_in_file,
  s.imported_at,
  coalesce(l.nhs_ids, 0) as nhs_ids_of_local_id,
  case when l.nhs_ids = 1 then cast(l.first_nhs_id as uuid) end as only_nhs_id,
  coalesce(n.local_ids, 0) as local_ids_of_nhs_id,
  coalesce(b.birth_months, 0) as birth_months,
  d.record_id is not null as is_missing_from_next,
  floor((s.stated_end - r.birth_month) / 365.25) as age,
  coalesce(r.client_type, '') <> 'Unpaid carer known by association' as has_event,
  coalesce(lower(r.event_type), '') like '%service%' as is_service
from record r
join submission s on s.submission_no = r.submission_no
left join local_identifier l on l.la_code = r.la_code and l.local_id = r.local_id
left join nhs_number n on n.la_code = r.la_code and n.nhs_id = r.nhs_id
left join born b on b.la_code = r.la_code and b.person_id = r.person_id
left join dropped d on d.record_id = r.record_id
