/** Twelve subjects and twelve steps in each language; every pair is the name of a flow. */
const languages = [
  {
    subjects:
      'Orders|Refunds|Invoices|Deliveries|Repairs|Subscriptions|Complaints|Addresses|Warranty|Loyalty|Contracts|Appointments',
    steps:
      'callback|approval|escalation|follow-up|document check|second opinion|reminder|hand-over|quality check|cancellation|correction|out of hours',
    joined: (subject: string, step: string) => `${subject}: ${step}`,
  },
  {
    subjects:
      'Bestellungen|Rückerstattung|Rechnungen|Lieferungen|Reparatur|Abonnements|Beschwerden|Anschriften|Gewährleistung|Treueprogramm|Verträge|Termine',
    steps:
      'Rückruf|Freigabe|Eskalation|Nachfassen|Belegprüfung|Zweitmeinung|Erinnerung|Übergabe|Qualitätsprüfung|Stornierung|Korrektur|außerhalb der Öffnungszeiten',
    joined: (subject: string, step: string) => `${subject} – ${step}`,
  },
  {
    subjects:
      'Commandes|Remboursements|Factures|Livraisons|Réparations|Abonnements|Réclamations|Adresses|Garantie|Fidélité|Contrats|Rendez-vous',
    steps:
      'rappel|validation|escalade|relance|contrôle des pièces|second avis|rappel d’échéance|passation|contrôle qualité|annulation|rectification|hors horaires',
    joined: (subject: string, step: string) => `${subject} : ${step}`,
  },
  {
    subjects:
      'Pedidos|Reembolsos|Facturas|Entregas|Reparaciones|Suscripciones|Quejas|Direcciones|Garantía|Fidelización|Contratos|Citas',
    steps:
      'devolver llamada|aprobación|escalado|seguimiento|revisión de documentos|segunda opinión|recordatorio|traspaso|control de calidad|anulación|corrección|fuera de horario',
    joined: (subject: string, step: string) => `${subject}: ${step}`,
  },
  {
    subjects:
      'Encomendas|Reembolsos|Faturas|Entregas|Reparações|Assinaturas|Reclamações|Moradas|Garantia|Fidelização|Contratos|Marcações',
    steps:
      'retorno de chamada|aprovação|escalamento|acompanhamento|verificação de documentos|segunda opinião|lembrete|passagem|controlo de qualidade|cancelamento|correção|fora de horas',
    joined: (subject: string, step: string) => `${subject} (${step})`,
  },
  {
    subjects:
      'Zamówienia|Zwroty|Faktury|Dostawy|Naprawy|Abonamenty|Skargi|Adresy|Gwarancja|Lojalność|Umowy|Terminy',
    steps:
      'oddzwonienie|zatwierdzenie|eskalacja|ponowny kontakt|sprawdzenie dokumentów|druga opinia|przypomnienie|przekazanie|kontrola jakości|anulowanie|korekta|po godzinach',
    joined: (subject: string, step: string) => `${subject} / ${step}`,
  },
  {
    subjects: '注文|返金|請求書|配送|修理|定期購入|苦情|住所変更|保証|ポイント|契約|予約',
    steps:
      '折り返し|承認|エスカレーション|フォローアップ|書類確認|再確認|リマインダー|引き継ぎ|品質確認|取消|訂正|時間外',
    joined: (subject: string, step: string) => `${subject}・${step}`,
  },
  {
    subjects:
      'الطلبات|المبالغ المستردة|الفواتير|التوصيل|الإصلاح|الاشتراكات|الشكاوى|العناوين|الضمان|الولاء|العقود|المواعيد',
    steps:
      'معاودة الاتصال|الموافقة|التصعيد|المتابعة|مراجعة المستندات|رأي ثان|تذكير|التسليم|مراقبة الجودة|الإلغاء|التصحيح|خارج الدوام',
    joined: (subject: string, step: string) => `${subject} - ${step}`,
  },
] as const

/** Names of flows in eight languages in turn: 1,152, each once. */
export function flowNames(count: number): readonly string[] {
  const lists = languages.map(({ subjects, steps, joined }) => {
    const names = subjects.split('|')
    return steps.split('|').flatMap((step) => names.map((subject) => joined(subject, step)))
  })
  return Array.from({ length: count }, (_, index) => {
    const name = lists[index % lists.length]?.[Math.floor(index / lists.length)]
    if (name === undefined) throw new Error(`There are no names for ${count} flows.`)
    return name
  })
}
