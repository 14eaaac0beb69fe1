namespace AirsPolicy.Text.Detectors.Builtin.Secrets;

/// <summary>Credentials of chat, mail and telephony.</summary>
internal static class MessagingCredentials
{
    public static CredentialKind[] All { get; } =
    [
        new(
            "secret.slack_token",
            "Slack tokens",
            "Slack, Token types, https://api.slack.com/concepts/token-types",
            "xoxb-[0-9]{10,13}-[0-9]{10,13}-[A-Za-z0-9]{18,40}",
            "xoxb-[0-9]{8,14}-[A-Za-z0-9]{18,26}",
            "xoxp-[0-9]{10,13}-[0-9]{10,13}-[0-9]{10,13}-[a-f0-9]{28,34}",
            "xoxp-[0-9]{10,13}-[0-9]{10,13}-[A-Za-z0-9]{24,34}",
            "xoxa-2-[0-9]{10,13}-[0-9]{10,13}-[0-9]{10,13}-[a-f0-9]{28,34}",
            "xoxs-[0-9]{10,13}-[0-9]{10,13}-[0-9]{10,13}-[a-f0-9]{10,}",
            "xoxo-[0-9]{6,13}-[0-9]{6,13}-[0-9]{6,13}-[a-f0-9]{18,40}",
            "xoxa-[0-9]-[A-Za-z0-9]{10,48}",
            "xoxr-[0-9]-[A-Za-z0-9]{10,48}",
            "xapp-[0-9]-[A-Z0-9]{9,13}-[0-9]{10,14}-[a-f0-9]{60,68}",
            "xoxe.xoxp-[0-9]-[A-Za-z0-9]{146,180}",
            "xoxe.xoxb-[0-9]-[A-Za-z0-9]{146,180}",
            "xoxe-[0-9]-[A-Za-z0-9]{140,180}"),
        new(
            "secret.slack_webhook",
            "Slack webhooks",
            "Slack, Sending messages using incoming webhooks, https://api.slack.com/messaging/webhooks",
            "hooks.slack.com/services/T[A-Z0-9]{8,12}/B[A-Z0-9]{8,12}/[A-Za-z0-9]{20,26}",
            "hooks.slack.com/workflows/T[A-Z0-9]{8,12}/A[A-Z0-9]{8,12}/[0-9]{17,20}/[A-Za-z0-9]{20,26}",
            "hooks.slack.com/triggers/[A-Z0-9]{8,12}/[0-9]{10,16}/[a-f0-9]{30,34}")
        {
            IsUrl = true,
        },
        new(
            "secret.discord_webhook",
            "Discord webhooks",
            "Discord, Webhook resource, https://discord.com/developers/docs/resources/webhook",
            "discord.com/api/webhooks/[0-9]{17,20}/[A-Za-z0-9_-]{60,72}",
            "discordapp.com/api/webhooks/[0-9]{17,20}/[A-Za-z0-9_-]{60,72}")
        {
            IsUrl = true,
        },
        new(
            "secret.discord_token",
            "Discord bot tokens",
            "Discord, Reference: authentication",
            "[MNO][A-Za-z0-9]{23,27}.[A-Za-z0-9_-]{6}.[A-Za-z0-9_-]{27,38}")
        {
            IsIssued = SecretText.IsMixed,
        },
        new("secret.discord_client_secret", "Discord client secrets where their name says so", "Discord, OAuth2", "[A-Za-z0-9_-]{32}")
        {
            Words = ["discord"],
            IsIssued = SecretText.HasDigits,
        },
        new(
            "secret.teams_webhook",
            "Microsoft Teams webhooks",
            "Microsoft, Create an Incoming Webhook",
            "[a-z0-9-]{1,63}.webhook.office.com/webhookb2/[a-f0-9-]{36}@[a-f0-9-]{36}/IncomingWebhook/[a-z0-9]{32}/[a-f0-9-]{36}",
            "webhook.office.com/webhookb2/[a-f0-9-]{36}@[a-f0-9-]{36}/IncomingWebhook/[a-z0-9]{32}/[a-f0-9-]{36}")
        {
            IsUrl = true,
        },
        new(
            "secret.telegram_token",
            "Telegram bot tokens",
            "Telegram, Bots: obtain your bot token, https://core.telegram.org/bots/features#botfather",
            "[0-9]{8,10}:AA[A-Za-z0-9_-]{33}",
            "bot[0-9]{8,10}:AA[A-Za-z0-9_-]{33}"),
        new("secret.twilio_api_key", "Twilio API keys", "Twilio, API keys overview", "SK[a-f0-9]{32}"),
        new("secret.sendgrid_api_key", "SendGrid API keys", "Twilio SendGrid, API keys", "SG.[A-Za-z0-9_-]{22}.[A-Za-z0-9_-]{43}"),
        new("secret.mailgun_api_key", "Mailgun API keys", "Mailgun, API authentication", "key-[a-f0-9]{32}", "pubkey-[a-f0-9]{32}"),
        new("secret.mailchimp_api_key", "Mailchimp API keys", "Mailchimp, About API keys", "[a-f0-9]{32}-us[0-9]{1,2}"),
        new(
            "secret.brevo_api_key",
            "Brevo API keys",
            "Brevo, API keys",
            "xkeysib-[a-f0-9]{64}-[A-Za-z0-9]{16}",
            "xsmtpsib-[a-f0-9]{64}-[A-Za-z0-9]{16}"),
        new("secret.resend_api_key", "Resend API keys", "Resend, API keys", "re_[A-Za-z0-9]{8}_[A-Za-z0-9]{24}"),
        new(
            "secret.facebook_token",
            "Facebook access tokens",
            "Meta, Access token guide, https://developers.facebook.com/docs/facebook-login/guides/access-tokens",
            "EAA[A-Za-z0-9]{80,400}"),
        new(
            "secret.facebook_app_token",
            "Facebook app access tokens",
            "Meta, Access token guide: app access tokens",
            "[0-9]{15,17}|[A-Za-z0-9_-]{27}"),
        new("secret.facebook_app_secret", "Facebook app secrets where their name says so", "Meta, App secret", "[a-f0-9]{32}")
        {
            Words = ["facebook", "fb_app_secret", "fb_secret"],
        },
        new(
            "secret.twitter_bearer_token",
            "X (Twitter) bearer tokens",
            "X Developer Platform, OAuth 2.0 app-only",
            "AAAAAAAAAAAAAAAAAAAAA[A-Za-z0-9%]{60,120}")
        {
            HasZeros = true,
        },
        new(
            "secret.dropbox_token",
            "Dropbox access tokens",
            "Dropbox, OAuth guide: short-lived access tokens",
            "sl.[A-Za-z0-9_-]{130,1500}"),
    ];
}
