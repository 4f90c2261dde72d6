from django.urls import path

from foundation.accounts.views import acting, password, profile, second_factor, sign_in

app_name = "accounts"
urlpatterns = [
    path("login/", sign_in.SignIn.as_view(), name="login"),
    path("logout/", sign_in.sign_out, name="logout"),
    path("account/", profile.Profile.as_view(), name="profile"),
    path("account/contact/", profile.ChangeContact.as_view(), name="contact"),
    path("account/password/", password.ChangePassword.as_view(), name="password_change"),
    path("account/code/", second_factor.Verify.as_view(), name="verify"),
    path("account/code/enrol/", second_factor.Enrol.as_view(), name="enrol"),
    path("account/code/recovery/", second_factor.RenewRecoveryCodes.as_view(), name="recovery_codes"),
    path("account/code/off/", second_factor.SwitchOff.as_view(), name="second_factor_off"),
    path("account/acting/<int:pk>/", acting.act_for, name="act_for"),
    path("account/acting/stop/", acting.stop_acting, name="stop_acting"),
]
