using AirsPolicy.Text.Detectors.Builtin.Checks;
using AirsPolicy.Text.Detectors.Builtin.Identifiers;

namespace AirsPolicy.Text.Detectors.Builtin.Personal;

/// <summary>
/// Spanish DNI and NIF numbers: up to eight digits and the letter that stands at the number modulo 23 in TRWAGMYFPDXBNJZSQVHLCKE
/// (Ministerio del Interior, Cálculo del dígito de control del NIF/NIE).
/// </summary>
[BuiltinDetector(
    "pii.es_nif",
    Summary = "Finds Spanish DNI and NIF numbers, by their check letter.",
    Source = "Ministerio del Interior, Cálculo del dígito de control del NIF/NIE, https://www.interior.gob.es/opencms/es/servicios-al-ciudadano/tramites-y-gestiones/dni/calculo-del-digito-de-control-del-nif-nie/"
)]
internal sealed class SpanishNationalId()
    : IdentifierDetector(
        [
            new("99999999~A"),
            new("99999999A"),
            new("9999999A", Evidence.NameOrAlone),
            new("9999999~A", Evidence.NameOrAlone),
            new("99.999.999-A"),
            new("99.999.999A"),
        ],
        "dni",
        "nif")
{
    protected override bool IsIssued(ReadOnlySpan<char> id) => "trwagmyfpdxbnjzsqvhlcke"[CheckDigits.Number(id[..^1]) % 23] == id[^1];
}
