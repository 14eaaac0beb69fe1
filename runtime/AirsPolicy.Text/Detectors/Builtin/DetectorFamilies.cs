namespace AirsPolicy.Text.Detectors.Builtin;

/// <summary>The families of built-in detectors.</summary>
internal static class DetectorFamilies
{
    private static readonly string[] s_contact = ["pii.email", "pii.phone", "pii.uk_postcode"];
    private static readonly string[] s_financial =
    [
        "pii.bank_account",
        "pii.bitcoin_address",
        "pii.card",
        "pii.ethereum_address",
        "pii.iban",
        "pii.us_routing",
    ];
    private static readonly string[] s_network = ["pii.imei", "pii.ip_address", "pii.mac_address", "pii.url_credentials"];

    // What a state or one of its bodies has given out: all that is left but for the one that is no number.
    private static readonly string[] s_government =
    [
        .. PersonalIdentifiers
            .All.Select(detector => detector.Name)
            .Except([.. s_contact, .. s_financial, .. s_network, "pii.date_of_birth"]),
    ];

    public static DetectorFamily[] All { get; } =
    [
        Of("pii.any", "Finds whatever one of the pii detectors finds.", PersonalIdentifiers.All.Select(detector => detector.Name)),
        Of("pii.contact", "Finds how a person can be reached: e-mail, telephone, postcode.", s_contact),
        Of("pii.financial", "Finds accounts and cards: payment cards, bank accounts, crypto addresses.", s_financial),
        Of(
            "pii.government_id",
            "Finds what states give out: national, tax, health and social security numbers, passports, driving licences.",
            s_government),
        Of("pii.network", "Finds addresses of machines: IP, MAC, telephone equipment, and the users that URLs carry.", s_network),
        Of("secret.any", "Finds whatever one of the secret detectors finds.", SecretCredentials.All.Select(detector => detector.Name)),
    ];

    private static DetectorFamily Of(string name, string summary, IEnumerable<string> members) =>
        new(name, summary, [.. members.Order(StringComparer.Ordinal)]);
}
