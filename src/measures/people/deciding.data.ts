/**
 * Which record of a person puts them into a figure, and which decides whether they count there, with the reason in words. Each is a
 * query on the tables of the measure, of person_id, spell (its number where spells are counted), record_id and why.
 */

/** Services of short-term support to maximise independence that make up a spell, and what came besides. */
const spells = `
  with own as (
    select s.la_code, s.person_id, s.cluster_no, s.step, s.final_outcome, e.record_id,
      row_number() over (
        partition by s.la_code, s.person_id, s.cluster_no order by e.event_end desc, e.outcome_rank, e.record_id desc
      ) as place
    from ascof_2a_numerator s
    join client_event e on e.la_code = s.la_code and e.person_id = s.person_id
    where e.event_type = 'Service'
      and e.service_type = 'Short term support: ST-Max'
      and e.event_start between s.cluster_start and s.cluster_end
      and e.event_end <= s.cluster_end
  ),
  other as (
    select s.la_code, s.person_id, s.cluster_no, s.step, s.final_outcome, e.record_id,
      row_number() over (
        partition by s.la_code, s.person_id, s.cluster_no
        order by case when s.step = '4c' then e.event_end end desc nulls last, e.event_start, e.record_id
      ) as place
    from ascof_2a_numerator s
    join client_event e on e.la_code = s.la_code and e.person_id = s.person_id
    where e.event_start >= s.cluster_start
      and not (e.event_type = 'Service' and e.service_type = 'Short term support: ST-Max' and e.event_start <= s.cluster_end)
      and case s.step
        when '3' then e.event_end > s.cluster_end and e.event_start <= s.cluster_end + 7 and (
          e.service_type = s.final_outcome
          or (s.final_outcome = 'Short term support: Residential or Nursing care'
            and e.service_component in ('Short term residential care', 'Short term nursing care')))
        when '4b' then e.event_end > s.cluster_end and e.event_start <= s.cluster_end + 7
          and e.event_type <> 'Service' and e.event_outcome = s.final_outcome
        when '4c' then e.event_type in ('Assessment', 'Review') and e.event_end between s.cluster_start and s.cluster_end
          and s.cluster_end - e.event_end < 14 and e.event_outcome = s.final_outcome
        when '5' then e.event_type = 'Service' and e.service_component = 'Equipment' and e.event_end <= s.cluster_end
        else false
      end
  )
  select la_code, person_id, cluster_no as spell, record_id,
    case step
      when '1' then 'The spell of reablement ends with it, and the person died within seven days: that decides'
      when '2' then 'The spell of reablement ends with it, in hospital: that decides'
      when '4a' then 'The spell of reablement ends with it, and its outcome decides'
      when '6' then 'The spell of reablement ends with it; nothing else decides, so that its outcome is taken'
      else 'The spell of reablement ends with it'
    end as why
  from own where place = 1
  union all
  select la_code, person_id, cluster_no, record_id,
    case step
      when '3' then 'It goes on after the spell: a service that follows decides before any outcome'
      when '4b' then 'It came after the spell, and its outcome decides'
      when '4c' then 'It ended within the spell, less than 14 days before its end, and its outcome decides'
      else 'Equipment within the spell decides, as no outcome does'
    end
  from other where place = 1`

const admissions = `
  select la_code, person_id, null as spell, record_id,
    'It puts the person into the numerator: the first long-term stay in a care home that began in these twelve months and that the person does not pay for' as why
  from (
    select p.la_code, p.person_id, p.record_id,
      row_number() over (partition by p.la_code, p.person_id order by p.event_start, p.record_id) as place
    from ascof_2b_2c_population p
    left join ascof_2b_2c_exclusions x on x.record_id = p.record_id
    where x.reason is null
  ) admission
  where place = 1`

/** What an unsettled or unknown home is told by; one that is only presumed from services is told by none. */
const homes = `
  with support as (
    select e.la_code, e.person_id, e.record_id,
      row_number() over (
        partition by e.la_code, e.person_id
        order by case when e.derived_end <= p.period_end then e.derived_end else p.period_end end desc, e.event_start, e.record_id
      ) as place
    from main_event e
    cross join period p
    join ascof_2e_numerator n on n.la_code = e.la_code and n.person_id = e.person_id
    where e.client_type = 'Service user'
      and e.event_type = 'Service'
      and e.service_type like 'Long term support:%'
      and (e.derived_end is null or (e.derived_end >= e.event_start and e.derived_end >= p.period_start))
      and e.event_start <= p.period_end
  ),
  home as (
    select e.la_code, e.person_id, e.record_id, n.in_numerator,
      row_number() over (
        partition by e.la_code, e.person_id
        order by e.ref_end desc, coalesce(e.derived_end, date '9999-01-01') desc, e.event_start desc, e.record_id desc
      ) as place
    from main_event e
    join ascof_2e_numerator n
      on n.la_code = e.la_code and n.person_id = e.person_id and n.accommodation_status = e.accommodation_status
    where e.accommodation_status not in ('Unknown', 'Invalid and not mapped')
  )
  select la_code, person_id, null as spell, record_id,
    'It puts the person into the denominator: long-term support in these twelve months, and of it that which went on longest' as why
  from support where place = 1
  union all
  select la_code, person_id, null, record_id,
    case when in_numerator
      then 'It says last where the person lives, which is at home or with family: that puts them into the numerator'
      else 'It says last where the person lives, which is neither at home nor with family: that keeps them out of the numerator'
    end
  from home where place = 1`

/** The way in which support is delivered that a row of a numerator stands for, as a condition on the event's own. */
const delivered = (mechanism: string) => `case
    when n.has_direct_payment then ${mechanism} = 'Direct payment'
    when n.is_self_directed then ${mechanism} = 'CASSR managed personal budget'
    when n.is_unknown then coalesce(${mechanism}, '') not in
      ('Direct payment', 'CASSR managed personal budget', 'CASSR commissioned support')
    else ${mechanism} = 'CASSR commissioned support'
  end`

const deliveredWords = `case
    when has_direct_payment then 'a direct payment'
    when is_self_directed then 'a managed personal budget'
    when is_unknown then 'how it is delivered is not known'
    else 'commissioned by the council'
  end`

const mechanism = `(case when e.service_component = 'Direct payment' then 'Direct payment' else e.delivery_mechanism end)`

const support = (numerator: string, conditions: string, says: string) => `
  select la_code, person_id, null as spell, record_id, '${says}' || ${deliveredWords} as why
  from (
    select e.la_code, e.person_id, e.record_id, n.has_direct_payment, n.is_self_directed, n.is_unknown,
      row_number() over (partition by e.la_code, e.person_id order by e.event_start desc, e.record_id desc) as place
    from main_event e
    cross join period p
    join ${numerator} n on n.la_code = e.la_code and n.person_id = e.person_id
    where ${conditions} and ${delivered(mechanism)}
  ) first
  where place = 1`

const clients = `e.service_type = 'Long term support: Community' and e.client_type = 'Service user'
  and e.event_start <= p.period_end
  and (e.derived_end is null or (e.derived_end >= e.event_start and e.derived_end >= p.period_end))`

const carers = `e.service_type = 'Unpaid carer support: Direct to unpaid carer'
  and e.client_type in ('Unpaid carer', 'Unpaid carer known by association')
  and e.event_start <= p.period_end
  and (e.derived_end is null or (e.derived_end >= p.period_start and e.derived_end >= e.event_start))
  and (e.service_component is not null or e.delivery_mechanism = 'Direct payment')`

/** The query of each measure, by its folder. */
export const deciding: Readonly<Record<string, string>> = {
  'ascof-2a': spells,
  'ascof-2b-2c': admissions,
  'ascof-2e': homes,
  'ascof-3d': support(
    'ascof_3d_numerator',
    clients,
    'Of the community support on the last day it ranks first, and so decides: ',
  ),
  'ascof-3d-carers': support(
    'ascof_3d_carers_numerator',
    carers,
    'Of the support direct to the carer in these twelve months it ranks first, and so decides: ',
  ),
}
