using System.Text.Json;
using AirsPolicy.Cli.Console;

namespace AirsPolicy.Cli.Signing;

/// <summary>What <c>airs verify --json</c> says to programs.</summary>
internal static class VerificationJson
{
    public static void Write(TextWriter output, string path, Verification verification) => JsonOutput.Write(output, json =>
    {
        json.WriteStartObject();
        json.WriteString("bundle", path);
        json.WriteString("package", verification.Bundle.Manifest.Package);
        if (verification.Bundle.Manifest.PolicyVersion is { } version)
            json.WriteString("version", version);
        json.WriteString("sha256", verification.Bundle.Digest);
        json.WriteBoolean("verified", verification.Holds);
        if (verification.Keys is { } keys)
        {
            json.WriteNumber("threshold", keys.Threshold);
            List(json, "signedBy", verification.Signers);
            List(json, "notSignedBy", keys.Names.Except(verification.Signers));
        }
        List(json, "passedOver", verification.Unknown);
        if (verification.Forged is { } forged)
            json.WriteString("forged", forged);
        if (verification.Differing is { } differing)
            List(json, "differing", differing);
        json.WriteEndObject();
    });

    private static void List(Utf8JsonWriter json, string name, IEnumerable<string> items)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
            json.WriteStringValue(item);
        json.WriteEndArray();
    }
}
