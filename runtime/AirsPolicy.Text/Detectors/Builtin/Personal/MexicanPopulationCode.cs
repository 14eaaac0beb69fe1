using AirsPolicy.Text.Detectors.Builtin.Checks;
using AirsPolicy.Text.Detectors.Builtin.Identifiers;

namespace AirsPolicy.Text.Detectors.Builtin.Personal;

/// <summary>
/// Mexican population registry codes (CURP): four letters of the names, date of birth, sex, state, three consonants, a character for the
/// century and a check digit, with the weights 18 to 2 over 0–9, A–N, Ñ, O–Z (Registro Nacional de Población, Instructivo normativo para la
/// asignación de la CURP).
/// </summary>
[BuiltinDetector("pii.mx_curp", Summary = "Finds Mexican population registry codes (CURP), by their check digit.",
    Source = "Registro Nacional de Población, Instructivo normativo para la asignación de la CURP")]
internal sealed class MexicanPopulationCode() : IdentifierDetector(
    [new("AAAA999999AAAAAAX9")],
    "curp")
{
    protected override bool IsIssued(ReadOnlySpan<char> id) =>
        id[10] is 'h' or 'm' or 'x' && CalendarDates.IsYearMonthDay(id[4..]) && Check(id) == id[17] - '0';

    private static int Check(ReadOnlySpan<char> id)
    {
        var sum = 0;
        for (var i = 0; i < 17; i++)
        {
            // Ñ stands between N and O.
            var value = id[i] <= '9' ? id[i] - '0' : id[i] - 'a' + (id[i] > 'n' ? 11 : 10);
            sum += (18 - i) * value;
        }
        return (10 - sum % 10) % 10;
    }
}
