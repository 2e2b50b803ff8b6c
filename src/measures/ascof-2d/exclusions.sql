-- Discharges that are not counted: the person was in a care home or prison for the long term when admitted, in any council.
select distinct d.spell_id, d.person_id, d.discharge_date, 'in long-term care when admitted' as reason
from ascof_2d_discharge d
join ascof_2d_client_row l on l.person_id = d.person_id
where l.service_type in
    ('Long term support: Nursing care', 'Long term support: Residential care', 'Long term support: Prison')
  and d.admission_date between l.event_start and l.event_end
