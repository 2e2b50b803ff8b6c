-- The latest known details of each person in each council, from every row of the main table.
-- For each field: rows with a known value come first, then the latest reference period, the latest end (open is latest), the latest
-- start. All rows that tie there must agree; where they do not, the detail is Unknown.
with recent as (
  select
    la_code,
    person_id,
    coalesce(nullif(gender, 'Invalid and not mapped'), 'Unknown') as gender,
    coalesce(nullif(accommodation_status, 'Invalid and not mapped'), 'Unknown') as accommodation_status,
    coalesce(employment_status, 'Invalid and not mapped') as employment_status,
    coalesce(nullif(ethnicity, 'Invalid and not mapped'), 'No data: Undeclared or not known') as ethnicity,
    case
      when client_funding_status in ('Fully social care funded', 'Joint client and social care funded', 'Fully client funded')
        then client_funding_status
      else 'Unknown'
    end as client_funding_status,
    case
      when primary_support_reason = 'Invalid and not mapped' then 'Unknown' else primary_support_reason
    end as primary_support_reason,
    case when has_unpaid_carer in ('Yes', 'No') then has_unpaid_carer else 'Unknown' end as has_unpaid_carer,
    -- how recent a row is, as one number that keeps the order of the three days
    (cast(ref_end - date '1800-01-01' as bigint) * 3000000 + (coalesce(derived_end, date '9999-01-01') - date '1800-01-01'))
      * 200000 + (event_start - date '1800-01-01') as recency
  from main_event
),
ranked as (
  select
    recent.*,
    recency + case when gender <> 'Unknown' then 500000000000000000 else 0 end as gender_rank,
    recency + case when accommodation_status <> 'Unknown' then 500000000000000000 else 0 end as accommodation_rank,
    recency + case
      when employment_status not in ('Unknown', 'Invalid and not mapped') then 500000000000000000 else 0
    end as employment_rank,
    recency + case
      when ethnicity = 'No data: Undeclared or not known' then 0
      when ethnicity = 'No data: Refused' then 500000000000000000
      else 1000000000000000000
    end as ethnicity_rank,
    recency + case when client_funding_status <> 'Unknown' then 500000000000000000 else 0 end as funding_rank,
    recency + case
      when primary_support_reason not in ('Unknown', 'Social support: Support to unpaid carer') then 500000000000000000 else 0
    end as reason_rank,
    recency + case when has_unpaid_carer <> 'Unknown' then 500000000000000000 else 0 end as carer_rank
  from recent
),
best as (
  select
    la_code,
    person_id,
    max(gender_rank) as gender_rank,
    max(accommodation_rank) as accommodation_rank,
    max(employment_rank) as employment_rank,
    max(ethnicity_rank) as ethnicity_rank,
    max(funding_rank) as funding_rank,
    max(reason_rank) as reason_rank,
    max(carer_rank) as carer_rank
  from ranked
  group by la_code, person_id
),
agreed as (
  select
    r.la_code,
    r.person_id,
    min(case when r.gender_rank = b.gender_rank then r.gender end) as gender,
    max(case when r.gender_rank = b.gender_rank then r.gender end) as other_gender,
    min(case when r.accommodation_rank = b.accommodation_rank then r.accommodation_status end) as accommodation_status,
    max(case when r.accommodation_rank = b.accommodation_rank then r.accommodation_status end) as other_accommodation,
    min(case when r.employment_rank = b.employment_rank then r.employment_status end) as employment_status,
    max(case when r.employment_rank = b.employment_rank then r.employment_status end) as other_employment,
    min(case when r.ethnicity_rank = b.ethnicity_rank then r.ethnicity end) as ethnicity,
    max(case when r.ethnicity_rank = b.ethnicity_rank then r.ethnicity end) as other_ethnicity,
    min(case when r.funding_rank = b.funding_rank then r.client_funding_status end) as client_funding_status,
    max(case when r.funding_rank = b.funding_rank then r.client_funding_status end) as other_funding,
    min(case when r.reason_rank = b.reason_rank then r.primary_support_reason end) as primary_support_reason,
    max(case when r.reason_rank = b.reason_rank then r.primary_support_reason end) as other_reason,
    min(case when r.carer_rank = b.carer_rank then r.has_unpaid_carer end) as has_unpaid_carer,
    max(case when r.carer_rank = b.carer_rank then r.has_unpaid_carer end) as other_carer
  from ranked r
  join best b on b.la_code = r.la_code and b.person_id = r.person_id
  group by r.la_code, r.person_id
)
select
  a.la_code,
  a.person_id,
  l.local_id,
  case when a.gender = a.other_gender then a.gender else 'Unknown' end as gender,
  case
    when a.accommodation_status = a.other_accommodation and a.accommodation_status <> 'Unknown' then a.accommodation_status
    else coalesce(h.accommodation_status, 'Unknown')
  end as accommodation_status,
  case when a.employment_status = a.other_employment then a.employment_status else 'Unknown' end as employment_status,
  case when a.ethnicity = a.other_ethnicity then a.ethnicity else 'No data: Undeclared or not known' end as ethnicity,
  case
    when a.client_funding_status = a.other_funding then a.client_funding_status else 'Unknown'
  end as client_funding_status,
  case
    when a.primary_support_reason = a.other_reason then a.primary_support_reason else 'Unknown'
  end as primary_support_reason,
  case
    when c.person_id is not null then 'Yes'
    when a.has_unpaid_carer = a.other_carer then a.has_unpaid_carer
    else 'Unknown'
  end as has_unpaid_carer,
  b.birth_month,
  d.date_of_death,
  cast(floor((p.period_end - b.birth_month) / 365.25) as integer) as age
from agreed a
cross join details_period p
left join person_birth b on b.la_code = a.la_code and b.person_id = a.person_id
left join person_death d on d.la_code = a.la_code and d.person_id = a.person_id
left join person_local_id l on l.la_code = a.la_code and l.person_id = a.person_id
left join person_home h on h.la_code = a.la_code and h.person_id = a.person_id
left join person_with_carer c on c.la_code = a.la_code and c.person_id = a.person_id
