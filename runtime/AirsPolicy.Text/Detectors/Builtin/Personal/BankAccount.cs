using AirsPolicy.Text.Detectors.Builtin.Identifiers;

namespace AirsPolicy.Text.Detectors.Builtin.Personal;

/// <summary>Bank accounts that are no IBAN and that a word for them names: six to twenty digits.</summary>
[BuiltinDetector(
    "pii.bank_account",
    Summary = "Finds numbers of bank accounts that are named as such.",
    Source = "ISO 20022, element Other Account Identification, and national forms without check digits"
)]
internal sealed class BankAccount()
    : NamedValueDetector(
        6,
        (6, 20),
        0,
        "account number",
        "account no",
        "acct",
        "acct no",
        "bank account",
        "checking account",
        "savings account",
        "kontonummer",
        "numero de compte",
        "número de cuenta",
        "cuenta bancaria",
        "conto corrente",
        "número da conta",
        "rekeningnummer",
        "numer konta",
        "hesap no",
        "口座番号",
        "银行账号",
        "계좌번호");
