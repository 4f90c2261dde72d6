from foundation.vault.lookup import lookup_hash


def test_the_same_value_for_the_same_purpose_is_found_again():
    assert lookup_hash("13812341234", "demo.phone") == lookup_hash("13812341234", "demo.phone")
    assert len(lookup_hash("13812341234", "demo.phone")) == 64


def test_values_purposes_and_keys_are_kept_apart(settings):
    hashes = [
        lookup_hash("13812341234", "demo.phone"),
        lookup_hash("13812341235", "demo.phone"),
        lookup_hash("13812341234", "demo.other"),
    ]
    settings.VAULT_LOOKUP_KEY = "ab" * 32
    hashes.append(lookup_hash("13812341234", "demo.phone"))
    assert len(set(hashes)) == 4
