"""The papers this room writes as official documents."""
