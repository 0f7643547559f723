import type { Fields } from './field-problems';

/** What Meta keeps of the account and its numbers, as the Graph API words it. */
export class FakeAccount {
  /** Whether our app gets the account's webhooks; a new account's app does not. */
  isSubscribed = false;
  private readonly changes = new Map<string, Fields>();

  constructor(private readonly webhookUrl: string) {}

  /** Changes what is said of a number; a field that is set to undefined is not said. */
  describe(phoneNumberId: string, fields: Fields): void {
    this.changes.set(phoneNumberId, { ...this.changes.get(phoneNumberId), ...fields });
  }

  /** Everything that can be asked of a number: one in good order, but for what was changed. */
  fieldsOf(phoneNumberId: string): Fields {
    return {
      display_phone_number: '+91 80 4123 4567',
      verified_name: 'ABC Finance',
      name_status: 'APPROVED',
      quality_rating: 'GREEN',
      throughput: { level: 'STANDARD' },
      whatsapp_business_manager_messaging_limit: 'TIER_2K',
      health_status: { can_send_message: 'AVAILABLE', entities: [] },
      platform_type: 'CLOUD_API',
      webhook_configuration: { application: this.webhookUrl },
      data_localization_region: 'IN',
      ...this.changes.get(phoneNumberId),
    };
  }
}
