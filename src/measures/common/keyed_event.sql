-- Events of the reference periods with the key by which one is known again, and whether the end of a service is cropped:
-- a service that was open at the end of a reference period and is missing from the next one ends with the first.
with keyed as (
  select
    e.*,
    t.is_joined,
    case when t.has_raw_key then e.client_type_raw else nullif(e.client_type, 'Not in the value list') end as key_client,
    case when not e.is_service then e.submitted_or_death_end end as key_end,
    case
      when e.is_service and t.has_raw_key then e.service_type_raw
      when e.is_service then nullif(e.service_type, 'Not in the value list')
      when e.event_type = 'Request' and t.has_raw_key then e.request_route_of_access_raw
      when e.event_type = 'Request' then nullif(e.request_route_of_access, 'Not in the value list')
      when e.event_type = 'Assessment' and t.has_raw_key then e.assessment_type_raw
      when e.event_type = 'Assessment' then nullif(e.assessment_type, 'Not in the value list')
    end as key_kind,
    case
      when e.is_service and t.has_raw_key then e.service_component_raw
      when e.is_service then nullif(e.service_component, 'Not in the value list')
    end as key_component,
    case when e.is_service and not t.is_joined then nullif(e.delivery_mechanism, 'Not in the value list') end as key_delivery,
    case when e.is_service and not t.is_joined then e.unit_cost end as key_cost,
    case
      when e.is_service and not t.is_joined then nullif(e.cost_frequency_unit_type, 'Not in the value list')
    end as key_frequency,
    case when e.is_service and not t.is_joined then e.planned_units_per_week end as key_units
  from event_in_period e
  cross join setting t
  where e.person_id is not null
),
seen as (
  select
    k.*,
    bit_or(cast(1 as bigint) << cast(k.ref_no as integer)) over (
      partition by k.la_code, k.person_id, k.event_start, k.event_type, k.key_client, k.key_end, k.key_kind, k.key_component,
        k.key_delivery, k.key_cost, k.key_frequency, k.key_units
    ) as seen_in
  from keyed k
)
select
  s.*,
  s.is_joined
    and s.is_service
    and s.ref_no < s.last_no
    and (s.submitted_or_death_end is null or s.submitted_or_death_end > s.ref_end)
    and (s.next_no is null or (s.seen_in & (cast(1 as bigint) << cast(s.next_no as integer))) = 0) as is_cropped
from seen s
