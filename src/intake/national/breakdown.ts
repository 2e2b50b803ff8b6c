const categories: Readonly<Record<string, string>> = {
  total: '',
  male: 'sex=male',
  males: 'sex=male',
  female: 'sex=female',
  females: 'sex=female',
  '18-64': 'age=18-64',
  '64 and under': 'age=0-64',
  '65-74': 'age=65-74',
  '65-84': 'age=65-84',
  '75-84': 'age=75-84',
  '65 and over': 'age=65+',
  '85 and over': 'age=85+',
}

/** The breakdown that a publisher's category is; null where it is none that we know. @example breakdownOf('65 and over') // 'age=65+' */
export function breakdownOf(category: string): string | null {
  return categories[category.toLowerCase()] ?? null
}
