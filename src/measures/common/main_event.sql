-- One row for each unique event: the main table that the ASCOF measures and the waiting times read.
-- Of the rows of one event stays: the latest reference period, then the open or latest end, then the strongest outcome, then the
-- one that is a conversation, then the one loaded last.
with ended as (
  select
    c.*,
    case when c.is_cropped then c.ref_end else c.submitted_or_death_end end as derived_end,
    o.rank as outcome_rank,
    o.outcome_group
  from keyed_event c
  left join outcome o on o.outcome = c.event_outcome
),
ordered as (
  select
    e.*,
    row_number() over (
      partition by e.la_code, e.person_id, e.event_start, e.event_type, e.key_client, e.key_end, e.key_kind, e.key_component,
        e.key_delivery, e.key_cost, e.key_frequency, e.key_units
      order by
        e.ref_end desc,
        coalesce(e.derived_end, date '9999-12-31') desc,
        coalesce(e.outcome_rank, 999),
        coalesce(e.conversation, -1) desc,
        e.record_id desc
    ) as place
  from ended e
)
select
  o.record_id,
  o.submission_no,
  s.imported_at,
  o.la_code,
  o.person_id,
  o.nhs_id,
  o.local_id,
  o.ref_start,
  o.ref_end,
  o.birth_month,
  o.date_of_death,
  o.event_type,
  nullif(o.client_type, 'Not in the value list') as client_type,
  o.event_start,
  o.event_end as submitted_end,
  o.derived_end,
  o.is_cropped,
  o.conversation,
  nullif(o.event_outcome, 'Not in the value list') as event_outcome,
  o.outcome_rank,
  o.outcome_group,
  nullif(o.request_route_of_access, 'Not in the value list') as request_route_of_access,
  nullif(o.assessment_type, 'Not in the value list') as assessment_type,
  nullif(o.service_type, 'Not in the value list') as service_type,
  nullif(o.service_component, 'Not in the value list') as service_component,
  nullif(o.delivery_mechanism, 'Not in the value list') as delivery_mechanism,
  nullif(o.gender, 'Not in the value list') as gender,
  nullif(o.ethnicity, 'Not in the value list') as ethnicity,
  nullif(o.accommodation_status, 'Not in the value list') as accommodation_status,
  nullif(o.employment_status, 'Not in the value list') as employment_status,
  nullif(o.has_unpaid_carer, 'Not in the value list') as has_unpaid_carer,
  nullif(o.primary_support_reason, 'Not in the value list') as primary_support_reason,
  nullif(o.client_funding_status, 'Not in the value list') as client_funding_status,
  o.adult_1_linked_person_id,
  o.adult_2_linked_person_id,
  o.adult_3_linked_person_id,
  cast(floor((o.event_start - o.birth_month) / 365.25) as integer) as age_at_start,
  cast(floor((coalesce(o.derived_end, o.ref_end) - o.birth_month) / 365.25) as integer) as latest_age
from ordered o
join submission s on s.submission_no = o.submission_no
where o.place = 1
