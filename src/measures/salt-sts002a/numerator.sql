-- Each spell with what followed, and how it was found: 1 nothing came after, 2 a service, 3 no further action, 4 a chain without
-- either, 5 nothing within reach. The official script writes a spell without an outcome as 1, and where something came after,
-- again by its chain and again as 5.
with typed as (
  select
    p.*,
    s.service_type,
    s.nfa_outcome,
    case
      when s.la_code is null then 1
      when s.service_type is not null then 2
      when s.nfa_outcome is not null then 3
      when s.has_chain = 1 then 4
      else 5
    end as record_type
  from salt_sts002a_population p
  left join salt_sts002a_sequel s on s.la_code = p.la_code and s.person_id = p.person_id and s.cluster_no = p.cluster_no
),
written as (
  select t.*, t.record_type as written_type from typed t
  union all
  select t.*, 1 from typed t cross join variant v where v.is_official and t.event_outcome is null and t.record_type > 1
  union all
  select t.*, 5 from typed t cross join variant v where v.is_official and t.event_outcome is null and t.record_type in (2, 3, 4)
),
final as (
  select
    w.*,
    case w.written_type when 2 then w.service_type when 3 then w.nfa_outcome else w.event_outcome end as final_outcome
  from written w
)
select
  la_code,
  person_id,
  cluster_no,
  cluster_start,
  cluster_end,
  event_outcome as outcome,
  written_type as record_type,
  final_outcome,
  case
    when written_type = 2 then
      case
        when final_outcome like 'Long term support:%' then 'Long Term Support (any setting)'
        when final_outcome = 'Short term support: Ongoing low level' then 'Ongoing Low Level Support'
        else 'Short Term Support (other)'
      end
    when final_outcome in ('NFA: Referral to NHS services or NHS funded social care', 'NFA: Deceased')
      then 'Early cessation of service (not leading to long term support) - 100% NHS funded care/End of Life/deceased'
    when final_outcome = 'NFA: Self-funded client or under 12wk disregard'
      then 'No services provided – needs identified but self-funding'
    when final_outcome = 'NFA: Support declined' then 'No services provided – needs identified but support declined'
    when final_outcome = 'NFA: Information and advice or signposting'
      then 'No Services Provided – Universal Services / signposted to other services'
    when final_outcome in (
      'NFA: Responsibility moved to another local authority', 'NFA: Other', 'NFA- Other',
      'NFA: No services offered for other reason', 'NFA: Support ended for other reason', 'NFA: Support ended as planned',
      'Admitted to hospital'
    ) then 'No services provided – other'
    else 'Unable_To_Classify'
  end as category
from final
