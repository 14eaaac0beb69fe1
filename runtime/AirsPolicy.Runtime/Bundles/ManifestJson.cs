using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using AirsPolicy.Runtime.Decisions.Json;
using AirsPolicy.Runtime.Programs.Tables.Json;

namespace AirsPolicy.Runtime.Bundles;

/// <summary>The manifest as JSON in UTF-8, indented for readers. The same manifest always gives the same bytes.</summary>
internal static class ManifestJson
{
    private const string DateFormat = "yyyy-MM-dd";

    // How much of a line a message repeats.
    private const int MaxShown = 80;

    private static readonly JsonWriterOptions s_options = new() { Indented = true, NewLine = "\n" };

    /// <summary>The bytes of a manifest.</summary>
    public static byte[] Write(BundleManifest manifest)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, s_options))
        {
            writer.WriteStartObject();
            writer.WriteNumber("formatVersion", manifest.FormatVersion);
            writer.WriteString("package", manifest.Package);
            writer.Optional("policyVersion", manifest.PolicyVersion);
            writer.WriteString("languageVersion", manifest.LanguageVersion);
            writer.WriteString("compilerVersion", manifest.CompilerVersion);
            writer.WriteString("unicodeVersion", manifest.UnicodeVersion);
            writer.WriteString("contractVersion", manifest.ContractVersion);
            writer.WriteString("zone", manifest.Zone);
            writer.List("hosts", manifest.Hosts, host => Write(writer, "kind", host.Kind, "name", host.Name));
            writer.List("providers", manifest.Providers, provider => Write(writer, provider));
            writer.List("claims", manifest.Claims, claim => Write(writer, claim));
            writer.List("accounts", manifest.Accounts, account => Write(writer, account));
            writer.List("waivers", manifest.Waivers, waiver => Write(writer, waiver));
            writer.List("inapplicable", manifest.Inapplicable, inapplicable => Write(writer, inapplicable));
            writer.List("stops", manifest.Stops, stop => DecisionWriter.Write(writer, stop));
            if (manifest.Audit is { } audit)
            {
                writer.WritePropertyName("audit");
                AuditJson.Write(writer, audit);
            }
            writer.List("entries", manifest.Entries, entry => Write(writer, "name", entry.Name, "sha256", entry.Sha256));
            writer.WriteEndObject();
        }
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>The manifest of bytes.</summary>
    /// <exception cref="InvalidDataException">The bytes are no manifest, or one of a format this runtime does not know.</exception>
    public static BundleManifest Read(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 8, AllowDuplicateProperties = false });
            var manifest = Read(document.RootElement);
            CheckForm(json.Span, Write(manifest));
            return manifest;
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new InvalidDataException($"The manifest cannot be read: {fault.Message}", fault);
        }
    }

    // What this runtime would not write it does not know: a member that is passed over could change what the others mean.
    private static void CheckForm(ReadOnlySpan<byte> read, ReadOnlySpan<byte> written)
    {
        var same = read.CommonPrefixLength(written);
        if (same == read.Length && same == written.Length)
            return;
        var line = read[(read[..same].LastIndexOf((byte)'\n') + 1)..];
        var length = line.IndexOf((byte)'\n');
        throw new InvalidDataException(
            $"The manifest says '{Shown(length < 0 ? line : line[..length])}' in line {read[..same].Count((byte)'\n') + 1}, "
            + $"which is not known to format {BundleFormat.Version} or not written as it writes it.");
    }

    private static string Shown(ReadOnlySpan<byte> line) => new(
        [.. Encoding.UTF8.GetString(line).Trim().Where(letter => !char.IsControl(letter) && !char.IsSurrogate(letter)).Take(MaxShown)]);

    // The version comes first: a manifest of another format may have other members.
    private static BundleManifest Read(JsonElement json)
    {
        var version = json.Int("formatVersion");
        if (version != BundleFormat.Version)
            throw new InvalidDataException($"The bundle has format {version}, and this runtime knows {BundleFormat.Version}.");
        return new BundleManifest(
            version,
            json.Text("package"),
            json.OptionalText("policyVersion"),
            json.Text("languageVersion"),
            json.Text("compilerVersion"),
            json.Text("unicodeVersion"),
            json.Text("contractVersion"),
            json.Text("zone"),
            json.List("hosts", host => new BundleHost(host.Text("kind"), host.Text("name"))),
            json.List(
                "providers",
                provider => new BundleProvider(provider.Text("fact"), provider.Text("provider"), provider.OptionalLong("within"))),
            json.List(
                "claims",
                claim => new BundleClaim(
                    claim.Text("control"),
                    claim.Texts("satisfies"),
                    claim.Texts("mitigates"),
                    claim.Flag("neverWaived"))),
            json.List(
                "accounts",
                account => new BundleAccount(
                    account.Text("declaration"),
                    account.OptionalText("owner"),
                    account.OptionalText("approvedBy"),
                    account.OptionalDate("effective"),
                    account.OptionalDate("review"))),
            json.List(
                "waivers",
                waiver => new BundleWaiver(
                    waiver.Text("subject"),
                    waiver.Flag("id"),
                    waiver.Text("because"),
                    waiver.Text("approvedBy"),
                    waiver.OptionalText("role"),
                    DateOf(waiver.Text("until")),
                    waiver.Texts("with"),
                    waiver.List("requirements", required => new BundleRequirement(required.Text("tier"), required.Text("id"))))),
            json.List(
                "inapplicable",
                inapplicable => new BundleInapplicable(
                    inapplicable.Text("id"),
                    inapplicable.Text("because"),
                    inapplicable.Text("approvedBy"),
                    inapplicable.OptionalText("role"),
                    DateOf(inapplicable.Text("until")),
                    inapplicable.Texts("tiers"))),
            json.List("stops", DecisionReading.ReadStop),
            json.TryGetProperty("audit", out var audit) ? AuditJson.Read(audit) : null,
            json.List("entries", entry => new BundleDigest(entry.Text("name"), entry.Text("sha256"))));
    }

    private static void Write(Utf8JsonWriter writer, BundleProvider provider)
    {
        writer.WriteStartObject();
        writer.WriteString("fact", provider.Fact);
        writer.WriteString("provider", provider.Provider);
        writer.Optional("within", provider.Within);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, BundleClaim claim)
    {
        writer.WriteStartObject();
        writer.WriteString("control", claim.Control);
        writer.Texts("satisfies", claim.Satisfies);
        writer.Texts("mitigates", claim.Mitigates);
        writer.Flag("neverWaived", claim.NeverWaived);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, BundleAccount account)
    {
        writer.WriteStartObject();
        writer.WriteString("declaration", account.Declaration);
        writer.Optional("owner", account.Owner);
        writer.Optional("approvedBy", account.ApprovedBy);
        writer.Optional("effective", TextOf(account.Effective));
        writer.Optional("review", TextOf(account.Review));
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, BundleInapplicable inapplicable)
    {
        writer.WriteStartObject();
        writer.WriteString("id", inapplicable.Id);
        writer.WriteString("because", inapplicable.Because);
        writer.WriteString("approvedBy", inapplicable.ApprovedBy);
        writer.Optional("role", inapplicable.Role);
        writer.WriteString("until", TextOf(inapplicable.Until));
        writer.Texts("tiers", inapplicable.Tiers);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, BundleWaiver waiver)
    {
        writer.WriteStartObject();
        writer.WriteString("subject", waiver.Subject);
        writer.Flag("id", waiver.IsId);
        writer.WriteString("because", waiver.Because);
        writer.WriteString("approvedBy", waiver.ApprovedBy);
        writer.Optional("role", waiver.Role);
        writer.WriteString("until", TextOf(waiver.Until));
        writer.Texts("with", waiver.With);
        writer.List("requirements", waiver.Requirements, required => Write(writer, "tier", required.Tier, "id", required.Id));
        writer.WriteEndObject();
    }

    private static string? TextOf(DateOnly? day) => day?.ToString(DateFormat, CultureInfo.InvariantCulture);

    private static DateOnly DateOf(string text) => DateOnly.ParseExact(text, DateFormat, CultureInfo.InvariantCulture);

    private static DateOnly? OptionalDate(this JsonElement json, string name) => json.OptionalText(name) is { } text ? DateOf(text) : null;

    private static void Write(Utf8JsonWriter writer, string firstName, string first, string secondName, string second)
    {
        writer.WriteStartObject();
        writer.WriteString(firstName, first);
        writer.WriteString(secondName, second);
        writer.WriteEndObject();
    }
}
