-- One row for each unique event: the main table that the ASCOF measures and the waiting times read.
-- Of the rows of one event stays: the latest reference period, then the open or latest end, then the strongest outcome, then the
-- one that is a conversation, then the one loaded last.
-- Which rows stay is decided by their keys alone; the other fields are then taken from the records, so that they need no sorting.
with ended as (
  select
    c.record_id,
    c.submission_no,
    c.ref_start,
    c.ref_end,
    c.is_cropped,
    case when c.is_cropped then c.ref_end else c.submitted_or_death_end end as derived_end,
    o.rank as outcome_rank,
    o.outcome_group,
    row_number() over (
      partition by c.la_code, c.person_id, c.event_start, c.event_type, c.key_client, c.key_end, c.key_kind, c.key_component,
        c.key_delivery, c.key_cost, c.key_frequency, c.key_units
      order by
        c.ref_end desc,
        coalesce(case when c.is_cropped then c.ref_end else c.submitted_or_death_end end, date '9999-12-31') desc,
        coalesce(o.rank, 999),
        coalesce(c.conversation, -1) desc,
        c.record_id desc
    ) as place
  from keyed_event c
  left join outcome o on o.outcome = c.event_outcome
)
select
  e.record_id,
  e.submission_no,
  s.imported_at,
  r.la_code,
  r.person_id,
  r.nhs_id,
  r.local_id,
  e.ref_start,
  e.ref_end,
  r.birth_month,
  r.date_of_death,
  r.event_type,
  nullif(r.client_type, 'Not in the value list') as client_type,
  r.event_start,
  r.event_end as submitted_end,
  e.derived_end,
  e.is_cropped,
  r.conversation,
  nullif(r.event_outcome, 'Not in the value list') as event_outcome,
  e.outcome_rank,
  e.outcome_group,
  nullif(r.request_route_of_access, 'Not in the value list') as request_route_of_access,
  nullif(r.assessment_type, 'Not in the value list') as assessment_type,
  nullif(r.service_type, 'Not in the value list') as service_type,
  nullif(r.service_component, 'Not in the value list') as service_component,
  nullif(r.delivery_mechanism, 'Not in the value list') as delivery_mechanism,
  nullif(r.gender, 'Not in the value list') as gender,
  nullif(r.ethnicity, 'Not in the value list') as ethnicity,
  nullif(r.accommodation_status, 'Not in the value list') as accommodation_status,
  nullif(r.employment_status, 'Not in the value list') as employment_status,
  nullif(r.has_unpaid_carer, 'Not in the value list') as has_unpaid_carer,
  nullif(r.primary_support_reason, 'Not in the value list') as primary_support_reason,
  nullif(r.client_funding_status, 'Not in the value list') as client_funding_status,
  r.area,
  r.adult_1_linked_person_id,
  r.adult_2_linked_person_id,
  r.adult_3_linked_person_id,
  cast(floor((r.event_start - r.birth_month) / 365.25) as integer) as age_at_start,
  cast(floor((coalesce(e.derived_end, e.ref_end) - r.birth_month) / 365.25) as integer) as latest_age
from ended e
join record r on r.submission_no = e.submission_no and r.record_id = e.record_id
join submission s on s.submission_no = e.submission_no
where e.place = 1
