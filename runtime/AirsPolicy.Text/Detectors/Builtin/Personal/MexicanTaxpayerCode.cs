using AirsPolicy.Text.Detectors.Builtin.Checks;
using AirsPolicy.Text.Detectors.Builtin.Identifiers;

namespace AirsPolicy.Text.Detectors.Builtin.Personal;

/// <summary>
/// Mexican taxpayer codes (RFC) of persons: four letters of the names, date of birth and three characters, the last of which is 0 to 9 or
/// A; not every code that was given out keeps the rule of that character, so that it is not asked for (Servicio de Administración
/// Tributaria, Registro Federal de Contribuyentes).
/// </summary>
[BuiltinDetector("pii.mx_rfc", Summary = "Finds Mexican taxpayer codes (RFC) of persons.",
    Source = "Servicio de Administración Tributaria, Registro Federal de Contribuyentes")]
internal sealed class MexicanTaxpayerCode() : IdentifierDetector(
    [new("AAAA999999XXX")],
    "rfc")
{
    public override int Score => Likely;

    protected override bool IsIssued(ReadOnlySpan<char> id) => id[12] is <= '9' or 'a' && CalendarDates.IsYearMonthDay(id[4..]);
}
