namespace AirsPolicy.Text.Detectors.Builtin.Secrets;

/// <summary>Credentials of payment and commerce.</summary>
internal static class CommerceCredentials
{
    public static CredentialKind[] All { get; } =
    [
        new(
            "secret.stripe_key",
            "Stripe secret and restricted keys",
            "Stripe, API keys, https://docs.stripe.com/keys",
            "sk_live_[A-Za-z0-9]{24,247}",
            "sk_test_[A-Za-z0-9]{24,247}",
            "rk_live_[A-Za-z0-9]{24,247}",
            "rk_test_[A-Za-z0-9]{24,247}"),
        new(
            "secret.stripe_webhook_secret",
            "Stripe webhook signing secrets",
            "Stripe, Check the webhook signatures",
            "whsec_[A-Za-z0-9]{32,64}"),
        new(
            "secret.square_token",
            "Square access tokens and secrets",
            "Square, Access tokens",
            "EAAA[A-Za-z0-9_-]{60}",
            "sq0atp-[A-Za-z0-9_-]{22}",
            "sq0csp-[A-Za-z0-9_-]{43}"),
        new(
            "secret.shopify_token",
            "Shopify tokens and secrets",
            "Shopify, Access tokens and API secret keys: format",
            "shpat_[a-fA-F0-9]{32}",
            "shpca_[a-fA-F0-9]{32}",
            "shppa_[a-fA-F0-9]{32}",
            "shpss_[a-fA-F0-9]{32}"),
        new(
            "secret.braintree_token",
            "Braintree access tokens",
            "PayPal, Braintree: access tokens",
            "access_token$production$[a-z0-9]{16}$[a-f0-9]{32}",
            "access_token$sandbox$[a-z0-9]{16}$[a-f0-9]{32}"),
        new("secret.razorpay_key", "Razorpay keys", "Razorpay, Generate API keys", "rzp_live_[A-Za-z0-9]{14}", "rzp_test_[A-Za-z0-9]{14}"),
        new(
            "secret.flutterwave_key",
            "Flutterwave secret keys",
            "Flutterwave, Authentication",
            "FLWSECK-[a-f0-9]{32}-X",
            "FLWSECK_TEST-[a-f0-9]{32}-X"),
        new(
            "secret.plaid_token",
            "Plaid access tokens",
            "Plaid, Token format",
            "access-production-[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}",
            "access-sandbox-[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}",
            "access-development-[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}"),
        new("secret.easypost_key", "EasyPost keys", "EasyPost, Authentication", "EZAK[A-Za-z0-9]{54}", "EZTK[A-Za-z0-9]{54}"),
        new("secret.shippo_token", "Shippo tokens", "Shippo, Authentication", "shippo_live_[a-f0-9]{40}", "shippo_test_[a-f0-9]{40}"),
        new(
            "secret.hubspot_token",
            "HubSpot private app tokens",
            "HubSpot, Private apps: access token",
            "pat-na1-[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}",
            "pat-eu1-[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}"),
        new(
            "secret.airtable_token",
            "Airtable personal access tokens",
            "Airtable, Creating personal access tokens",
            "pat[A-Za-z0-9]{14}.[a-f0-9]{64}"),
        new(
            "secret.notion_token",
            "Notion integration tokens",
            "Notion, Authorization, https://developers.notion.com/docs/authorization",
            "ntn_[0-9]{11}[A-Za-z0-9]{35}",
            "secret_[A-Za-z0-9]{43}"),
        new(
            "secret.contentful_token",
            "Contentful management tokens",
            "Contentful, Content Management API: authentication",
            "CFPAT-[A-Za-z0-9_-]{43}"),
        new(
            "secret.typeform_token",
            "Typeform personal access tokens",
            "Typeform, Personal access tokens",
            "tfp_[A-Za-z0-9_.=-]{44}_[A-Za-z0-9]{14}"),
        new("secret.klaviyo_key", "Klaviyo private keys", "Klaviyo, Authenticate API requests", "pk_[a-f0-9]{34}"),
        new("secret.mapbox_token", "Mapbox secret tokens", "Mapbox, Access tokens", "sk.eyJ[A-Za-z0-9_-]{60,120}.[A-Za-z0-9_-]{22}"),
    ];
}
